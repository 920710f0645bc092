/** Holds our reading of messages against the published samples and schemas, where those are at hand. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { appRecTables, type GrammarTable, judgeStructure, msgHeadTable, openLetter } from '#exchange';
import { laboratoryReportTables } from '../rooms/laboratory/results/laboratory-report.table.ts';
import { type FileLine, readMessageFile } from './read-message.ts';

type Expected = {
  readonly file: string;
  readonly result: string;
  readonly namespace?: string | null;
  readonly root?: string | null;
};
const standards = new URL('../../../shared/standards/', import.meta.url);
const isHere = existsSync(standards);
const at = (path: string) => fileURLToPath(new URL(path, standards));
const textOf = (path: string) => readFileSync(at(path), 'utf8');
const listed: readonly Expected[] = isHere ? JSON.parse(textOf('expected-validation.json')).results : [];
const answers = listed.filter(
  ({ file, namespace }) => namespace?.includes('/labsvar/') || file.startsWith('kith-sarepta/testcase/svarrapport/'),
);
const receipts = listed.filter(
  ({ namespace, file }) => namespace?.includes('/apprec/') || file.startsWith('navikt/samples-apprec'),
);
const lineOf = ({ file }: Expected): FileLine => readMessageFile(at(file));

/**
 * Valid by the schema, and yet rightly rejected: the test cases take away the patient, the number or the name, and the
 * receiver must answer E30 and E32 (kodeverk 8221). An answer without a patient can be filed with nobody.
 */
const withoutPatient = [
  ['Testcase-MBKsvar-20090824/Case2-20a.xml', ['E30', 'E32']],
  ['Testcase-MBKsvar-20090824/Case2-20c.xml', ['E30', 'E32']],
  ['Testcase-immunologi-20090908/case1-14a.xml', ['E30', 'E32']],
  ['Testcase-immunologi-20090908/case1-14c.xml', ['E30', 'E32']],
  ['Testcase-immunologi-20090908/case1-17a.xml', ['E30']],
  ['Testcase-mikrobiologisvar-20120203/case6-19a.xml', ['E30', 'E32']],
  ['Testcase-mikrobiologisvar-20120203/case6-19c.xml', ['E30', 'E32']],
  ['Testcase-patologisvar-2011-12-05/Case3-24a.xml', ['E30', 'E32']],
  ['Testcase-patologisvar-2011-12-05/Case3-24c.xml', ['E30', 'E32']],
] as const;
const exceptionOf = ({ file }: Expected) => withoutPatient.find(([name]) => file.endsWith(name))?.[1];
const expectedCode: Readonly<Record<string, string>> = { 'schema-invalid': 'T02', 'not-well-formed': 'T01' };

describe.skipIf(!isHere)('published samples', () => {
  test('every valid laboratory answer is accepted, and every broken one is found with the code that tells why', () => {
    expect(answers).toHaveLength(152);
    const wrong = answers.filter((one) => {
      const { outcome, apprec } = lineOf(one);
      if (exceptionOf(one)) return false;
      return one.result === 'valid' ? outcome !== 'accepted' : apprec?.errors[0] !== expectedCode[one.result];
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test.each(withoutPatient)('%s has no patient to file it with', (name, codes) => {
    const one = answers.find(({ file }) => file.endsWith(name));
    expect(one?.result).toBe('valid');
    expect(one && lineOf(one)).toMatchObject({ outcome: 'rejected', apprec: { status: '2', errors: codes } });
  });

  test('every laboratory answer, broken or not, shows what is in it', () => {
    const empty = answers.filter((one) => {
      const text = readFileSync(at(one.file));
      const items =
        (text.includes('\0') ? text.toString('utf16le') : text.toString('utf8')).match(/<ResultItem[\s>]/g)?.length ??
        0;
      return lineOf(one).results !== items;
    });
    expect(empty.map(({ file }) => file)).toEqual([]);
  });

  test('a valid answer leaves no word without its place', () => {
    const left = answers.flatMap((one) =>
      one.result === 'valid' ? lineOf(one).warnings.filter((warning) => warning.startsWith('In the message')) : [],
    );
    expect(left).toEqual([]);
  });

  test('every receipt that is valid is taken in, every other is set aside, and none is answered', () => {
    expect(receipts).toHaveLength(15);
    for (const one of receipts) {
      const line = lineOf(one);
      const isGood = one.result === 'valid' || one.result === 'no-msghead';
      expect([one.file, line.type, line.apprec, line.outcome]).toEqual([
        one.file,
        'APPREC',
        null,
        isGood ? 'accepted' : 'rejected',
      ]);
    }
  });

  test('every other message is turned away by name', () => {
    const others = listed.filter((one) => !answers.includes(one) && !receipts.includes(one));
    const unnamed = others.filter((one) => {
      const { outcome, type, apprec } = lineOf(one);
      const isNamed =
        type !== null ||
        one.root === 'Conversation' ||
        one.result === 'not-well-formed' ||
        one.file.endsWith('invalid-version.xml');
      return outcome !== 'rejected' || !isNamed || (apprec?.errors.length ?? 0) === 0;
    });
    expect(unnamed.map(({ file }) => file)).toEqual([]);
  });

  test('a head that breaks its own standard is told so', () => {
    const heads = listed.filter(({ root, namespace }) => root === 'MsgHead' && namespace?.includes('msghead'));
    expect(heads.length).toBeGreaterThan(200);
    const wrong = heads.filter((one) => one.result === 'valid' && lineOf(one).apprec?.errors.includes('T02'));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe.skipIf(!isHere)('beside the published schemas', () => {
  const schemas = 'kith-sarepta/skjema/';
  const borrowed = {
    'http://www.kith.no/xmlstds/kith.xsd': `${schemas}felleskomponenter/kith.xsd`,
    'kith.xsd': `${schemas}felleskomponenter/kith.xsd`,
    'felleskomponent1.xsd': `${schemas}felleskomponenter/felleskomponent1.xsd`,
    'kith-base64.xsd': `${schemas}felleskomponenter/kith-base64.xsd`,
    'http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd':
      'navikt/syfo-xml-codegen/kith-hodemelding/xmldsig-core-schema.xsd',
  };
  const cases: readonly (readonly [string, string, GrammarTable, (one: Expected) => boolean])[] = [
    [
      'laboratory answers 1.4',
      'svarrapport/svar-v1.4.xsd',
      laboratoryReportTables['1.4'],
      (one) => Boolean(one.namespace?.endsWith('labsvar/2012-02-15')),
    ],
    [
      'laboratory answers 1.3',
      'svarrapport/svar-v13.xsd',
      laboratoryReportTables['1.3'],
      (one) => Boolean(one.namespace?.endsWith('labsvar/2008-12-01')),
    ],
    [
      'laboratory answers 1.2',
      'svarrapport/svar-v12.xsd',
      laboratoryReportTables['1.2'],
      (one) => Boolean(one.namespace?.endsWith('labsvar/2008-12-01')),
    ],
    [
      'receipts 1.0',
      'applikasjonskvittering/AppRec-v1-2004-11-21.xsd',
      appRecTables['1.0'],
      (one) => Boolean(one.namespace?.endsWith('apprec/2004-11-21')),
    ],
    [
      'receipts 1.1',
      'applikasjonskvittering/AppRec-v1.1.xsd',
      appRecTables['1.1'],
      (one) => Boolean(one.namespace?.endsWith('apprec/2012-02-15')),
    ],
    [
      'heads',
      'felleskomponenter/MsgHead-v1_2.xsd',
      msgHeadTable,
      (one) => one.root === 'MsgHead' && one.file.includes('eksempel'),
    ],
  ];

  test.each(cases)(
    '%s: hundreds of changed letters are judged as the schema judges them',
    (name, schemaFile, table, belongs) => {
      xmlRegisterInputProvider(
        new XmlBufferInputProvider(
          Object.fromEntries(Object.entries(borrowed).map(([key, path]) => [key, readFileSync(at(path))])),
        ),
      );
      const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(at(`${schemas}${schemaFile}`))));
      const letters = listed
        .filter((one) => one.result === 'valid' && belongs(one))
        .map(({ file }) => comparable(textOf(file), table));
      const dice = diceFrom(name.length);
      const rounds = Math.ceil(700 / letters.length);
      let invalid = 0;
      const differing: string[] = [];
      for (const letter of letters) {
        for (let round = 0; round < rounds; round++) {
          const changed = changedLetter(letter, dice);
          const verdicts = [isValid(schema, changed), isTaken(changed, table)];
          if (verdicts[0] === false) invalid++;
          if (verdicts[0] !== undefined && verdicts[0] !== verdicts[1]) differing.push(changed);
        }
      }
      expect(differing.slice(0, 1)).toEqual([]);
      expect(invalid).toBeGreaterThan(250);
    },
  );

  /** Undefined where the changed letter is no XML any more. */
  function isValid(schema: XsdValidator, text: string): boolean | undefined {
    let document: XmlDocument;
    try {
      document = XmlDocument.fromString(text);
    } catch {
      return undefined;
    }
    try {
      schema.validate(document);
      return true;
    } catch (error) {
      if (error instanceof XmlValidateError) return false;
      throw error;
    } finally {
      document.dispose();
    }
  }

  function isTaken(text: string, table: GrammarTable): boolean {
    const { recognised } = openLetter(new TextEncoder().encode(text));
    return recognised !== null && judgeStructure(recognised.letter, table).faults.length === 0;
  }

  /** What a head encloses is checked apart, and signatures not here; and version 1.2 has no samples but those of 1.3. */
  function comparable(text: string, table: GrammarTable): string {
    return text
      .replace(/^\uFEFF?<\?xml[^>]*\?>/, '')
      .replace(/<((?:\w+:)?Content)>[\s\S]*?<\/\1>/g, table === msgHeadTable ? '<$1/>' : '$&')
      .replaceAll(
        'labsvar/2008-12-01',
        table.namespace.includes('labsvar') ? table.namespace.slice(-18) : 'labsvar/2008-12-01',
      );
  }

  type Dice = (sides: number) => number;
  function diceFrom(seed: number): Dice {
    let state = seed * 7919 + 17;
    return (sides) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % sides;
    };
  }

  const values = ['', 'x', '1', '1.5', '2026-01-01', '2026-01-01T10:00:00', 'true', '2.16.578', ' ', 'a b', '12:34'];
  const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T;

  /** One small change, such as partners and accidents make: a part lost, doubled, moved, renamed, filled or emptied. */
  function changedLetter(letter: string, dice: Dice): string {
    const parts = [...letter.matchAll(/<([A-Za-z][\w:]*)((?:\s+[\w:]+="[^"]*")*)\s*(?:\/>|>[^<]*<\/\1>)/g)];
    const part = pick(dice, parts);
    const other = pick(dice, parts);
    const whole = part[0];
    const name = part[1] ?? '';
    const cut = (text: string) => letter.slice(0, part.index) + text + letter.slice(part.index + whole.length);
    switch (dice(9)) {
      case 0:
        return cut('');
      case 1:
        return cut(whole + whole);
      case 2:
        return cut(`${other[0]}${whole}`);
      case 3:
        return cut(other[0]);
      case 4:
        return cut(whole.replaceAll(name, other[1] ?? name));
      case 5:
        return cut(whole.replace(/="[^"]*"/, `="${pick(dice, values)}"`));
      case 6:
        return cut(`<${name}${part[2] ?? ''}>${pick(dice, values)}</${name}>`);
      case 7:
        return cut(
          whole.replace(/^<[\w:]+/, `$& ${pick(dice, ['V', 'DN', 'S', 'OT', 'U', 'X'])}="${pick(dice, values)}"`),
        );
      default:
        return withoutContainer(letter, dice);
    }
  }

  /** Takes away the tags of a part and leaves what was in it, or takes it away whole. */
  function withoutContainer(letter: string, dice: Dice): string {
    const starts = [...letter.matchAll(/<([A-Za-z][\w:]*)(?:\s+[\w:]+="[^"]*")*\s*>/g)].slice(1);
    const start = pick(dice, starts);
    const end = `</${start[1]}>`;
    const from = start.index;
    const until = letter.indexOf(end, from);
    const inside = dice(2) === 0 ? letter.slice(from + start[0].length, until) : '';
    return letter.slice(0, from) + inside + letter.slice(until + end.length);
  }
});
