import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import {
  type Blank,
  enter,
  type FormKit,
  type FormKitId,
  formsOf,
  missingNumbers,
  type PaperForm,
  paperFormNext,
  spoil,
  stillOnPaper,
  write,
} from './paper-form.ts';

const evening = '2026-05-03T14:00:00.000Z' as Moment;
const morning = '2026-05-04T07:00:00.000Z' as Moment;
const kari = 'person-kari' as PersonId;
const kit: FormKit = { id: 'kit-1' as FormKitId, firstNumber: 101, lastNumber: 105, printedAt: evening };
const [first, second] = formsOf(kit) as [Blank, Blank];
const written = must(write(first, morning, kari, addMinutes(morning, 5)));

test('a pile of numbered forms is blank from its first to its last number', () => {
  expect(formsOf(kit).map((form) => form.number)).toEqual([101, 102, 103, 104, 105]);
  expect(formsOf({ ...kit, lastNumber: 100 })).toEqual([]);
});

test('what was written by hand is entered with its original time and a mark that it came after downtime', () => {
  expect(must(enter(written, kari, addMinutes(morning, 90)))).toMatchObject({
    state: 'entered',
    writtenAt: morning,
    enteredAt: addMinutes(morning, 90),
    isAfterDowntime: true,
  });
});

test('a form is used once, entered once, and not before something is written', () => {
  expect(write(written, morning, kari, morning)).toMatchObject({ why: 'already used' });
  expect(enter(first, kari, morning)).toMatchObject({ why: 'nothing is written' });
  const entered = must(enter(written, kari, morning));
  expect(enter(entered, kari, morning)).toMatchObject({ why: 'already entered' });
  expect(spoil(entered, 'torn', kari)).toMatchObject({ why: 'already entered' });
});

test('nothing is written in the future', () => {
  expect(write(first, addMinutes(morning, 1), kari, morning)).toMatchObject({ why: 'written in the future' });
});

test('a blank form is spoilt without ado, a written one with a reason', () => {
  expect(spoil(second, '', kari).ok).toBe(true);
  expect(spoil(written, '', kari)).toMatchObject({ why: 'reason missing' });
  const spoilt = must(spoil(written, 'written twice, see 102', kari));
  expect(spoilt).toMatchObject({ state: 'spoilt', because: 'written twice, see 102', number: 101 });
  expect(spoil(spoilt, 'again', kari)).toMatchObject({ why: 'already spoilt' });
  expect(enter(spoilt, kari, morning)).toMatchObject({ why: 'nothing is written' });
});

test('what is still on paper is entered in the order it happened', () => {
  const later = must(write(second, addMinutes(morning, 30), kari, addMinutes(morning, 60)));
  const entered = must(enter(written, kari, morning));
  expect(stillOnPaper([later, written]).map((form) => form.number)).toEqual([101, 102]);
  expect(stillOnPaper([later, entered, first])).toEqual([later]);
});

test('a number that nobody has seen is missing until it is found', () => {
  expect(missingNumbers(kit, [written, second], [103, 104])).toEqual([102, 105]);
  expect(missingNumbers(kit, [written], [102, 103, 104, 105])).toEqual([]);
  expect(missingNumbers(kit, [{ ...written, kit: 'kit-2' as FormKitId }], [102, 103, 104, 105])).toEqual([101]);
});

test('entered and spoilt are the end', () => {
  const ends = Object.entries(paperFormNext).filter(([, next]) => next.length === 0);
  expect(ends.map(([state]) => state)).toEqual(['entered', 'spoilt']);
});

test('whatever is done with the pile, every number is blank, on paper, entered, spoilt or missing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('write', 'enter', 'spoil'), { maxLength: 12 }),
      fc.infiniteStream(fc.nat(4)),
      (acts, picks) => {
        const forms: PaperForm[] = formsOf(kit);
        for (const act of acts) {
          const place = picks.next().value ?? 0;
          const form = forms[place] as PaperForm;
          const answer =
            act === 'write'
              ? write(form, morning, kari, morning)
              : act === 'enter'
                ? enter(form, kari, morning)
                : spoil(form, 'torn', kari);
          if (answer.ok) forms[place] = answer.value;
        }
        const blank = forms.filter((form) => form.state === 'blank').map((form) => form.number);
        expect(missingNumbers(kit, forms, blank)).toEqual([]);
        expect(missingNumbers(kit, forms, [])).toEqual(blank);
      },
    ),
  );
});
