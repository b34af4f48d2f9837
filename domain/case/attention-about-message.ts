import type { ReturnCode, UNCERTAIN_SENDING } from './attention-codes.ts';
import { type AttentionInForce, attentionInWords } from './attention-in-words.ts';
import { asSentence } from './explanation/sentence-parts.ts';
import type { Language } from '../reminder-content.ts';

/** What follows the name of a message that no case waits for: `Le courriel interne à a@b.example est revenu…`. */
const MESSAGES: Record<ReturnCode | typeof UNCERTAIN_SENDING | 'not_sent' | 'sent_twice', Record<Language, string>> = {
  hard_bounce: {
    fr: 'est revenu\u00a0: l’adresse n’existe pas ou n’accepte plus rien. Corrigez-la, puis renvoyez-le.',
    en: 'came back: the address does not exist or takes nothing any more. Correct it, then send again.',
  },
  complaint: {
    fr: 'a été signalé comme indésirable par son destinataire. Appelez-le avant de renvoyer, ou classez cette tâche.',
    en: 'was reported as unwanted by its recipient. Call before you send again, or close this task.',
  },
  sending_failed: {
    fr: 'n’a finalement pas été envoyé par le prestataire. Vérifiez l’adresse, puis renvoyez-le.',
    en: 'was not sent by the provider in the end. Check the address, then send again.',
  },
  undeliverable_letter: {
    fr: 'n’a pas pu être distribué\u00a0: l’adresse est fausse ou incomplète. Corrigez-la, puis renvoyez-le.',
    en: 'could not be delivered: the address is wrong or incomplete. Correct it, then send again.',
  },
  letter_rejected: {
    fr: 'n’a finalement pas été pris par le prestataire éditique. Vérifiez l’adresse, puis renvoyez-le.',
    en: 'was not taken by the print provider in the end. Check the address, then send again.',
  },
  sms_failed: {
    fr: 'n’a pas été remis. Vérifiez le numéro, puis renvoyez-le.',
    en: 'was not delivered. Check the number, then send again.',
  },
  ambiguous_sending: {
    fr: 'est peut-être parti\u00a0: le prestataire ne l’a pas confirmé. Vérifiez auprès de lui, puis indiquez s’il est parti.',
    en: 'may have left: the provider has not confirmed it. Ask the provider, then say whether it left.',
  },
  not_sent: {
    fr: 'n’est pas parti. Renvoyez-le, ou classez cette tâche s’il n’a plus lieu d’être.',
    en: 'did not leave. Send it again, or close this task if it is no longer needed.',
  },
  sent_twice: {
    fr: 'était parti, contrairement à ce qui avait été noté, et un second l’a suivi. Prévenez le destinataire, ou classez cette tâche.',
    en: 'had left, though it was noted as not sent, and a second one followed it. Tell the recipient, or close this task.',
  },
};

/** What became of a message that no case waits for, in French, as it is stored after the message's name. */
export const messageInFrench = (code: keyof typeof MESSAGES): string => MESSAGES[code].fr;

const toWhom = (to: string | undefined): string => (to ? ` to ${to}` : '');

const KINDS: Readonly<Record<string, string>> = { 'Le courriel': 'e-mail', 'Le SMS': 'SMS', 'Le courrier': 'letter' };

/** The names of messages, as the stored sentences begin. */
const NAMES: readonly [RegExp, (...parts: (string | undefined)[]) => string][] = [
  [/^Le courriel interne(?: à (.+))?$/, (to) => `The internal e-mail${toWhom(to)}`],
  [/^L’avis de lettre électronique(?: à (.+))?$/, (to) => `The notice of an electronic letter${toWhom(to)}`],
  [/^L’accusé de réception(?: à (.+))?$/, (to) => `The acknowledgement${toWhom(to)}`],
  [
    /^L’état d’impayés pour (.+)$/,
    (whom) => `The statement of unpaid files for ${whom === 'un tiers' ? 'a third party' : whom}`,
  ],
  [
    /^(Le courriel|Le SMS|Le courrier)(?: de niveau (R\d))?(?: \((.+?)\))?(?: à (.+))?$/,
    (kind, level, numbers, to) =>
      `The ${level ? `${level} ` : ''}${KINDS[kind ?? '']}${numbers ? ` (${numbers})` : ''}${toWhom(to)}`,
  ],
];

function nameInEnglish(french: string): string | null {
  for (const [pattern, said] of NAMES) {
    const found = pattern.exec(french);
    if (found) return said(...found.slice(1));
  }
  return null;
}

/** A message that did not leave: its name, and the provider's or our own words for why. */
const NOT_LEFT = /^(.+?) n’est pas parti[ \u00a0]: /;
const WHAT_DID_NOT = /^the (?:message|letter|SMS) did not leave/;
const PROVIDER_REFUSED = /^the provider refused the message/;

/** Why a person has to look, as a sentence of its own: as it is stored in French, or said again in English. */
export function attentionSentence(attention: AttentionInForce, language: Language): string {
  const { code, text } = attention;
  if (language === 'fr') return text;
  if (Object.hasOwn(MESSAGES, code)) {
    const { fr, en } = MESSAGES[code as keyof typeof MESSAGES];
    const name = text.endsWith(` ${fr}`) ? nameInEnglish(text.slice(0, -fr.length - 1)) : null;
    if (name) return `${name} ${en}`;
  }
  const words = attentionInWords(attention, 'en');
  const name = nameInEnglish(NOT_LEFT.exec(text)?.[1] ?? '');
  if (!name) return asSentence(words);
  const named = words.replace(WHAT_DID_NOT, `${name} did not leave`);
  return asSentence(named.replace(PROVIDER_REFUSED, `${name} did not leave: the provider refused it`));
}
