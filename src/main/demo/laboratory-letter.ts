/** Answers of a fictional laboratory for the demo, written as real ones are (svarrapport 1.4). */

import type { Moment } from '#kernel/time';

export type DemoResult = {
  readonly code: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly interval: string;
  /** Kodeverk 8244: 1 above, 2 below. */
  readonly mark?: '1' | '2';
};
export type DemoAnswer = {
  readonly number: string;
  readonly messageId: string;
  readonly at: Moment;
  readonly sampledAt: Moment;
  readonly patient: { readonly number: string; readonly name: string };
  readonly doctor: { readonly name: string; readonly hpr: string };
  readonly results: readonly DemoResult[];
};

const words = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function itemOf({ code, name, value, unit, interval, mark }: DemoResult, place: number): string {
  const deviation = mark
    ? `<DevResultInd V="${mark}" DN="${mark === '1' ? 'Over øvre' : 'Under nedre'} referansegrense"/>`
    : '';
  return `<ResultItem><NumResult><NumResultValue V="${value}" U="${words(unit)}"/></NumResult><ServType V="N" DN="Ny"/>
<RefInterval><Descr>${words(interval)}</Descr></RefInterval>
<Investigation><Id V="${code}" S="2.16.578.1.12.4.1.1.7280" DN="${name}"/></Investigation>${deviation}
<IdResultItem>${place + 1}</IdResultItem><StatusInvestigation V="3" DN="Endelig"/><RefAnalysedSubject>1</RefAnalysedSubject></ResultItem>`;
}

export function laboratoryLetter({ number, messageId, at, sampledAt, patient, doctor, results }: DemoAnswer): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="http://www.kith.no/xmlstds/labsvar/2012-02-15">
<Type V="SVAR_LAB" DN="Svarrapport - Laboratoriemedisin"/><MIGversion>v1.4 2012-02-15</MIGversion><GenDate V="${at}"/><MsgId>${messageId}</MsgId>
<ServReport><ServType V="N" DN="Ny"/><IssueDate V="${at}"/><Status V="F" DN="Endelig rapport"/><Ack V="J" DN="Ja"/>
<MsgDescr V="CLIN" DN="Medisinsk biokjemi"/><ServProvId>${number}</ServProvId>
<ServReq><Id>NULL</Id></ServReq>
<Patient><Name>${patient.name}</Name><OffId>${patient.number}</OffId><TypeOffId V="FNR" DN="Fødselsnummer"/>
<AnalysedSubject><CollectedSample><CollectedDate V="${sampledAt}"/></CollectedSample><IdByServProvider>1</IdByServProvider></AnalysedSubject>
${results.map(itemOf).join('\n')}</Patient>
<ServProvider><Role V="SPR" DN="Tjenesteyter"/><HCP><Inst><Name>Fjordby sykehus, laboratoriet</Name><Id>8990010</Id><TypeId V="HER" DN="HER-id"/></Inst></HCP></ServProvider>
<Requester><Role V="REQ" DN="Rekvirent"/><HCP><Inst><Name>Fjordgløtt legesenter</Name><Id>8990300</Id><TypeId V="HER" DN="HER-id"/>
<HCPerson><Name>${doctor.name}</Name><Id>${doctor.hpr}</Id><TypeId V="HPR" DN="HPR-nummer"/></HCPerson></Inst></HCP></Requester>
</ServReport></Message>
`;
}
