/** The text message about a time (timepåminnelse): clinic, day, clock and where to ring; the same for every kind of visit. */

import { type Language, texts } from '#kernel/texts';
import { dayOf, type IsoDate, type Moment, timeOf } from '#kernel/time';

export type ReminderFacts = {
  readonly clinic: string;
  /** Street or floor; empty when the patient is rung. */
  readonly place: string;
  readonly phone: string;
  readonly at: Moment;
};
export type ReminderKind = 'booked' | 'reminder' | 'moved' | 'cancelled' | 'offer';

/** `tirsdag 7. april` / `Tuesday 7 April`. */
export function dayInWords(language: Language, day: IsoDate): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  const words = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return words.format(Date.parse(`${day}T12:00:00Z`)).replace(',', '');
}

export const reminderTexts = texts({
  nb: {
    booked: (when: string, where: string, phone: string) =>
      `Du har time ${when} hos ${where}. Passer det ikke, ring ${phone} senest dagen før.`,
    reminder: (when: string, where: string, phone: string) =>
      `Påminnelse: du har time ${when} hos ${where}. Kan du ikke komme, ring ${phone}.`,
    moved: (when: string, where: string, phone: string) =>
      `Timen din er flyttet til ${when} hos ${where}. Passer det ikke, ring ${phone}.`,
    cancelled: (when: string, where: string, phone: string) =>
      `Timen din ${when} hos ${where} er avlyst. Ring ${phone} for en ny.`,
    offer: (when: string, where: string, phone: string) =>
      `Det er blitt ledig ${when} hos ${where}. Ring ${phone} hvis du vil ha timen.`,
    when: (day: string, time: string) => `${day} kl. ${time}`,
  },
  en: {
    booked: (when: string, where: string, phone: string) =>
      `You have an appointment ${when} at ${where}. To change it, ring ${phone} by the day before.`,
    reminder: (when: string, where: string, phone: string) =>
      `Reminder: you have an appointment ${when} at ${where}. If you cannot come, ring ${phone}.`,
    moved: (when: string, where: string, phone: string) =>
      `Your appointment is moved to ${when} at ${where}. To change it, ring ${phone}.`,
    cancelled: (when: string, where: string, phone: string) =>
      `Your appointment ${when} at ${where} is cancelled. Ring ${phone} for a new one.`,
    offer: (when: string, where: string, phone: string) =>
      `A time is free ${when} at ${where}. Ring ${phone} if you want it.`,
    when: (day: string, time: string) => `${day} at ${time}`,
  },
});

/** The message; it holds no name, no practitioner and no kind of visit, so it cannot tell more than a calendar would. */
export function reminder(kind: ReminderKind, facts: ReminderFacts, language: Language): string {
  const words = reminderTexts[language];
  const when = words.when(dayInWords(language, dayOf(facts.at)), timeOf(facts.at));
  const where = facts.place ? `${facts.clinic}, ${facts.place}` : facts.clinic;
  return words[kind](when, where, facts.phone);
}
