import { expect, test } from 'vitest';
import type { PatientLine } from '#patients';
import { matchPatient } from './patient-match.ts';

const lykke = { familyName: 'Fjellrev', givenName: 'Lykke Sol' } as PatientLine;
const number = '12835831289';

test.each(['Fjellrev, Lykke', 'Fjellrev, Lykke Sol', 'FJELLREV, SOL', 'Lykke Fjellrev', 'Fjellrev-Berg, Lykke'])(
  '«%s» fits by family name and a given name',
  (name) => {
    expect(matchPatient({ number, name }, [lykke])).toEqual({ fits: lykke });
  },
);
test.each(['Fjellrev, Berit', 'Haugen, Lykke', 'Haugen, Berit', 'Fjellrev'])('«%s» does not fit', (name) => {
  expect(matchPatient({ number, name }, [lykke])).toEqual({ why: 'name does not fit the number' });
});
test('without number, without name, unknown here or known twice a person decides', () => {
  const name = 'Fjellrev, Lykke';
  expect(matchPatient({ number: null, name }, [])).toEqual({ why: 'number missing' });
  expect(matchPatient({ number, name: ' ' }, [lykke])).toEqual({ why: 'name missing' });
  expect(matchPatient({ number, name }, [])).toEqual({ why: 'number not known here' });
  expect(matchPatient({ number, name }, [lykke, lykke])).toEqual({ why: 'several patients have the number' });
});
