/** What every room may know of the post office: letters, addresses, receipts and carriers, never a letter's content. */
export {
  type Address,
  type CannotWrite,
  envelopeMarks,
  type HerId,
  mayBeWrittenTo,
  type OrganisationNumber,
  readHerId,
  readOrganisationNumber,
} from './address.ts';
export { type ReceivedAppRec, readAppRec, writeAppRec } from './apprec.message.ts';
export {
  type AppRecError,
  type AppRecStatus,
  type AppRecVersion,
  answerDeadlines,
  appRecErrors,
  appRecStatuses,
  appRecTables,
} from './apprec.table.ts';
export {
  type Answering,
  type AppRec,
  type AppRecId,
  type AppRecParty,
  answer,
  type ReceiptOutcome,
  receiptOutcome,
  type Verdict,
  verdictOf,
} from './apprec.ts';
export type { Carrier, Delivery, NotTaken, Parcel } from './carrier.ts';
export { blankCode, type Coded, code, wholeCode, wordsOf } from './coded.ts';
export { exchangeTexts, sayRemark } from './exchange.texts.ts';
export type { GrammarTable } from './grammar.ts';
export { unpackAddress, unpackIdentifiers, unpackParty, unpackUnit } from './hcp.message.ts';
export * from './incoming-letter.ts';
export { kithTypes, sharedParts } from './kith.table.ts';
export { type MessageKind, type MessageVersion, messageKinds, messageVersions } from './message-version.table.ts';
export {
  type Enclosure,
  type MsgHead,
  type NamedPerson,
  nameInOrder,
  unpackMsgHead,
  unpackPerson,
} from './msghead.message.ts';
export { msgHeadTable } from './msghead.table.ts';
export {
  type Judged,
  judgeStructure,
  nothingToSay,
  type OpenedLetter,
  openLetter,
  practiceSetting,
  productionSetting,
  type Reading,
  type ReadSetting,
  readingOf,
  together,
} from './opened-letter.ts';
export { type Addressee, type OriginalLetter, originalOf, ourselvesAmong, receiptWish } from './original-letter.ts';
export * from './outgoing-letter.ts';
export {
  type Identifier,
  identifiersOf,
  isAddressedTo,
  nameOf,
  numbersOf,
  type Party,
  type PostalAddress,
  type Unit,
} from './party.ts';
export { judgePatient } from './patient-check.ts';
export { type ReceivedTime, receivedTime } from './received-time.ts';
export type { Recognised } from './recognise.ts';
export { type Fault, fault, type Remark, type RemarkKind, remark } from './remark.ts';
export { type AlsoReceived, Unpacking } from './unpacking.ts';
export { largestFileInBytes, type XmlElement } from './xml.ts';
