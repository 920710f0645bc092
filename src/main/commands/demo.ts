/** `demo`: makes the demo clinic in a data folder, without opening the house. */

import { StartFault } from '../../platform/server/failure.ts';
import { dataFolder, withDatabase } from './data-folder.ts';
import { type ExitCode, noMoreWords, print, readClock, readOptions, sayAside } from './options.ts';

const help = `Usage: npm run -s dagsverk -- demo [--data DIR] [--at DATETIME]

Makes the demo clinic: fictional people and a whole day of work. Start the server afterwards with npm start.

  --data DIR     data folder (default ./data, or DAGSVERK_DATA)
  --at DATETIME  the demo clinic's day: 2026-11-23T08:00 (local time; default now)

  DATABASE_URL   an outside PostgreSQL instead of the embedded one

Exit codes: 0 made, 2 wrong option, 3 not made (the sentence says why), 70 fault.
`;

export async function run(args: string[]): Promise<ExitCode> {
  const read = readOptions(args, help, { data: { type: 'string' }, at: { type: 'string' } });
  if (!read) return 0;
  noMoreWords(read.positionals);
  const clock = readClock(read.values.at);
  const { demoSignIns, makeDemo } = await import('../demo/demo.ts');
  const { openHouse, prepareTables } = await import('../house.ts');
  await withDatabase(dataFolder(read.values.data, sayAside), async (place) => {
    await prepareTables(place);
    const house = await openHouse({ place, clock });
    try {
      if ((await house.clinics()).some(({ isDemo }) => isDemo))
        throw new StartFault('There is a demo clinic here already.', 'Choose another data folder with --data DIR.');
      await makeDemo(house);
      await house.settle();
    } finally {
      await house.close();
    }
  });
  print(demoSignIns());
  return 0;
}
