/** The screens where a duty is carried out, or the plain word that there is none yet. */

import { Empty, fill, GoTo, useLanguage } from '#platform/web';
import { dutyPlaceSlot } from '#slots';
import { frameTexts } from './frame.texts.ts';
import { screens } from './rooms.web.ts';

function DutyPlaces({ duty }: { duty: string }) {
  const { language } = useLanguage();
  const places = screens.filter((one) => one.duties.includes(duty));
  if (places.length === 0) return <Empty>{frameTexts[language].noScreenYet}</Empty>;
  return (
    <ul className="places">
      {places.map((one) => (
        <li key={one.path}>
          {one.path.includes('$') ? one.title[language] : <GoTo path={one.path}>{one.title[language]}</GoTo>}{' '}
          <span className="soft">
            {frameTexts[language].rooms[one.room]}
            {one.path.includes('$') ? `, ${frameTexts[language].fromPatient}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Done once, where the front door opens. */
export const fillDutyPlaces = (): void => fill(dutyPlaceSlot, 10, DutyPlaces);
