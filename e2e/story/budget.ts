/** Counts what an act costs: key presses and clicks; free text and the digits of a value are not counted. */

import { expect, type Locator, type Page } from '@playwright/test';

export type Hand = {
  /** One key, counted. */
  readonly press: (keys: string) => Promise<void>;
  /** One click, counted. */
  readonly click: (target: Locator) => Promise<void>;
  /** Free text or digits, not counted. */
  readonly write: (text: string) => Promise<void>;
  readonly count: () => number;
};

export function hand(page: Page): Hand {
  let count = 0;
  return {
    async press(keys) {
      count++;
      await page.keyboard.press(keys);
    },
    async click(target) {
      count++;
      await target.click();
    },
    write: (text) => page.keyboard.type(text),
    count: () => count,
  };
}

/** The act, done by one hand, within its budget of screens. */
export async function within(most: number, what: string, page: Page, act: (by: Hand) => Promise<void>): Promise<void> {
  const by = hand(page);
  await act(by);
  expect(by.count(), `${what}: key presses and clicks`).toBeLessThanOrEqual(most);
}
