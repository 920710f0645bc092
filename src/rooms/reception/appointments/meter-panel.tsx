/** The five-day meter: for each doctor and week how many were offered a time within the limit. */

import { numberIn } from '#kernel/texts';
import { dayWords } from '#patients/web';
import { type Column, Panel, Rows, State, useAsk, useLanguage, useTexts } from '#platform/web';
import type { offerMeter } from './offer.api.ts';
import type { OfferWeek } from './offer-clock.ts';
import { waitingDeskTexts } from './waiting-desk.texts.ts';

export function MeterPanel() {
  const desk = useTexts(waitingDeskTexts);
  const { language } = useLanguage();
  const { data } = useAsk<typeof offerMeter>('offerMeter', {}, { hears: ['AppointmentBooked'] });
  const columns: readonly Column<OfferWeek>[] = [
    { title: desk.week, show: ({ monday }) => dayWords(monday).slice(0, 6) },
    { title: desk.owner, show: ({ owner }) => owner },
    { title: desk.within, show: ({ within, ownWish }) => within + ownWish, align: 'right' },
    { title: desk.breaches, show: ({ breaches }) => breaches, align: 'right' },
    {
      title: desk.share,
      align: 'right',
      show: ({ share, breaches }) =>
        share === null ? (
          '–'
        ) : (
          <State tone={breaches > 0 ? 'waiting' : 'done'} words={`${numberIn(language, Math.round(share * 100))} %`} />
        ),
    },
  ];
  return (
    <Panel title={desk.meter} aside={desk.meterRule}>
      <Rows
        label={desk.meter}
        rows={[...(data?.weeks ?? [])].reverse()}
        columns={columns}
        idOf={({ monday, owner }) => `${monday} ${owner}`}
        empty={desk.meterEmpty}
      />
    </Panel>
  );
}
