import { expect, test } from 'vitest';
import { judgeSitToStand } from './sit-to-stand.ts';

test.each([
  [[140, 80], [126, 74], false],
  [[140, 80], [125, 74], true],
  [[140, 80], [126, 73], true],
  [[140, 80], [126, 72], true],
  [[150, 90], [136, 84], false],
  [[120, 70], [130, 80], false],
] as const)('from %o sitting to %o standing is positive: %s', (sitting, standing, isPositive) => {
  const answer = judgeSitToStand(
    { systolicMmHg: sitting[0], diastolicMmHg: sitting[1] },
    { systolicMmHg: standing[0], diastolicMmHg: standing[1] },
  );
  expect(answer.isPositive).toBe(isPositive);
  expect(answer.systolicFallMmHg).toBe(sitting[0] - standing[0]);
  expect(answer.diastolicFallMmHg).toBe(sitting[1] - standing[1]);
});
