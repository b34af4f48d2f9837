import type { Language } from '../reminder-content.ts';
import type { AttentionCode, ReturnCode, UNCERTAIN_SENDING } from './attention-codes.ts';

/** Why a case waits for a person: the code, and the French sentence that was stored with it. */
export interface AttentionInForce {
  code: string;
  text: string;
}

/** Sentences for what came back, for what is uncertain, and for steps that cannot go on. The French one is stored. */
const STOPS: Record<
  ReturnCode | typeof UNCERTAIN_SENDING | 'step_refused' | 'cannot_be_planned',
  Record<Language, string>
> = {
  hard_bounce: {
    fr: 'Le courriel est revenu\u00a0: l’adresse du contact n’existe pas ou n’accepte plus rien. Corrigez le contact et renvoyez, changez de canal, ou reprenez sans renvoyer.',
    en: 'the e-mail came back, since the address does not exist or takes nothing any more. Correct the contact and send again, use another channel, or go on without sending again',
  },
  complaint: {
    fr: 'Le destinataire a signalé le courriel comme indésirable. Appelez-le, corrigez le contact ou changez de canal avant de reprendre.',
    en: 'the recipient reported the e-mail as unwanted. Call, correct the contact or use another channel before you go on',
  },
  sending_failed: {
    fr: 'Le prestataire n’a finalement pas envoyé le courriel. Vérifiez le contact et renvoyez, ou changez de canal.',
    en: 'the provider did not send the message in the end: correct the contact and send again, or use another channel',
  },
  undeliverable_letter: {
    fr: 'Le courrier n’a pas pu être distribué\u00a0: l’adresse est fausse ou incomplète. Corrigez la fiche du client et renvoyez, changez de canal, ou reprenez sans renvoyer.',
    en: 'the letter could not be delivered, since the address is wrong or incomplete. Correct the customer and send again, use another channel, or go on without sending again',
  },
  letter_rejected: {
    fr: 'Le prestataire éditique n’a finalement pas pris le courrier. Vérifiez l’adresse du client et renvoyez, ou changez de canal.',
    en: 'the print provider did not take the letter in the end. Check the customer’s address and send again, or use another channel',
  },
  sms_failed: {
    fr: 'Le SMS n’a pas été remis. Vérifiez le numéro du contact et renvoyez, ou changez de canal.',
    en: 'the SMS was not delivered. Check the contact’s number and send again, or use another channel',
  },
  ambiguous_sending: {
    fr: 'Envoi incertain\u00a0: le prestataire n’a pas confirmé. Vérifiez auprès de lui, puis indiquez si le message est parti.',
    en: 'it is not certain that the message left, since the provider has not confirmed it. Ask the provider, then say whether it left',
  },
  cannot_be_planned: {
    fr: 'La suite de ce dossier ne peut pas être calculée. Prévenez l’exploitant, puis reprenez le dossier.',
    en: 'what comes next in this case cannot be worked out: tell whoever runs Relance, then go on',
  },
  step_refused: {
    fr: 'La relance n’a pas pu partir à son heure.',
    en: 'the reminder could not leave at its hour',
  },
};

/**
 * English sentences for a case that stops because of what was found when its message was made. In French the finding's
 * own words are stored and shown.
 */
const FOUND: Record<Exclude<AttentionCode, keyof typeof STOPS>, string | null> = {
  no_recipient: 'the message did not leave, since the customer has no e-mail address that works: complete the contact',
  no_address: 'the letter did not leave, since the customer has no postal address: complete the customer',
  unprintable_address:
    'the letter did not leave, since it cannot print the customer’s name or address: write them in Latin letters on the customer',
  no_phone: 'the SMS did not leave, since the customer has no mobile number: complete the contact',
  no_template: 'the message did not leave, since no template fits: complete the template of the scenario',
  forbidden_wording:
    'the message did not leave, since it says what may not be written to this debtor: correct the template or send it in other words',
  consent_required:
    'the letter did not leave, since this consumer has not agreed to electronic registered letters: record the consent, or send a registered letter on paper',
  one_recipient: 'the letter did not leave, since an electronic registered letter goes to one recipient',
  sms_too_long: 'the SMS did not leave, since its text is too long: shorten the template',
  not_sent:
    'a message that was asked for by hand did not leave: read it again and send it anew, or close this task if it is no longer needed',
  sent_twice: 'a message that was noted as not sent had left, and a second one followed it: tell the recipient',
  unreadable:
    'the message did not leave, since its content could not be read: tell whoever runs Relance, then send it again',
  cannot_be_made: 'the message did not leave, since it cannot be drawn: tell whoever runs Relance, then send it again',
  // A fault of ours, shown in the words in which it was found.
  activity_failed: null,
};

/** Why a case stops and what a person does about it, in French, as it is stored. */
export const stopInFrench = (code: keyof typeof STOPS): string => STOPS[code].fr;

const ENGLISH: ReadonlyMap<string, string | null> = new Map([
  ...Object.entries(STOPS).map(([code, { en }]) => [code, en] as const),
  ...Object.entries(FOUND),
]);

/** What the provider refused, in French, as it is stored; `what` is for example `Le courriel de niveau R1`. */
export const refusedInFrench = (what: string, detail: string): string => `${what}${REFUSED} ${detail}`;

const REFUSED = ' n’est pas parti\u00a0:';
/** Older sentences are stored with an ordinary space. */
const IS_REFUSED = / n’est pas parti[ \u00a0]:/;

/**
 * Why a person has to look, without its full stop. A code without English words is a fault of ours and keeps the stored
 * text.
 */
export function attentionInWords({ code, text }: AttentionInForce, language: Language): string {
  const words = language === 'en' ? (ENGLISH.get(code) ?? inEnglish(code, text)) : text;
  return words.replace(/[.\s]+$/, '');
}

/** For a provider's own code, recognised by the sentence that was stored with it. */
const inEnglish = (code: string, text: string): string =>
  IS_REFUSED.test(text)
    ? `the provider refused the message (${code}): correct the contact or the message and send again, or use another channel`
    : text;
