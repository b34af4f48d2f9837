import { declareInEnglish } from '../holds/declare-claim.ts';
import { alarmInEnglish } from '../limitation/limitation-text.ts';
import type { Language } from '../reminder-content.ts';
import { withDe } from '../wording/with-de.ts';

/** Title of the task at the end of the ladder. Titles are stored in French; `titleInWords` says them in English. */
export const EXHAUSTED_TITLE = 'Relances épuisées\u00a0: contentieux, échéancier ou passage en perte\u00a0?';

/** Title of the call about a promise that was not kept. */
export const brokenPromiseTitle = (number: string): string =>
  `Promesse non tenue\u00a0: appeler au sujet ${withDe(number)}`;

/** Title of the task that follows a dispute up. */
export const disputeTitle = (number: string): string => `Litige à suivre\u00a0: ${number}`;

/** Title of a call after one that reached nobody. */
export const callAgainTitle = (name: string): string => `Rappeler ${name}`;

/** Title of the task about a reversal whose payment has not come, on one line. */
export const earlyReversalTitle = (paymentExternalId: string, reason: string): string =>
  `Rejet reçu avant son règlement ${paymentExternalId}\u00a0: vérifier que celui-ci arrive (${reason})`.replaceAll(
    /[\t\r\n ]+/g,
    ' ',
  );

/** The product's own titles, as they are recognised; older ones are stored with an ordinary space before the colon. */
const OURS: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    /^Relances épuisées\s: contentieux, échéancier ou passage en perte\s\?$/,
    () => 'Reminders exhausted: litigation, instalments or write-off?',
  ],
  [/^Promesse non tenue\s: appeler au sujet (?:de |d’)(.+)$/, (number) => `Promise broken: call about ${number}`],
  [/^Litige à suivre\s: (.+)$/, (number) => `Dispute to follow up: ${number}`],
  [
    /^Rejet reçu avant son règlement (.+?)\s: vérifier que celui-ci arrive \((.*)$/,
    (payment, reason) => `Reversal received before its payment ${payment}: see to it that this arrives (${reason}`,
  ],
];

/** The title of a task: the product's own follows the language, and what a person typed stays. */
export function titleInWords(title: string, language: Language): string {
  if (language === 'fr') return title;
  for (const [pattern, said] of OURS) {
    const found = pattern.exec(title);
    if (found) return said(...found.slice(1));
  }
  return alarmInEnglish(title) ?? declareInEnglish(title) ?? title;
}

/** The title of a call that the product planned after another one. */
export function callAgainInWords(title: string, language: Language): string {
  const [, name] = /^Rappeler (.+)$/.exec(title) ?? [];
  return language === 'fr' || name === undefined ? title : `Call ${name} again`;
}
