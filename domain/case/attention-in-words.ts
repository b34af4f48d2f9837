import type { Language } from '../reminder-content.ts';

/** What waits for a person: its code, and the French sentence that was stored with it. */
export interface AttentionInForce {
  code: string;
  text: string;
}

const ENGLISH: Record<string, string> = {
  ambiguous_sending:
    'it is not certain that the message left, since the provider has not confirmed it. Ask the provider, then say whether it left',
  hard_bounce:
    'the e-mail came back, since the address does not exist or takes nothing any more. Correct the contact and send again, use another channel, or go on without sending again',
  complaint:
    'the recipient reported the e-mail as unwanted. Call, correct the contact or use another channel before you go on',
  sending_failed:
    'the provider did not send the message in the end: correct the contact and send again, or use another channel',
  undeliverable_letter:
    'the letter could not be delivered, since the address is wrong or incomplete. Correct the customer and send again, use another channel, or go on without sending again',
  letter_rejected:
    'the print provider did not take the letter in the end. Check the customer’s address and send again, or use another channel',
  sms_failed: 'the SMS was not delivered. Check the contact’s number and send again, or use another channel',
  no_recipient: 'the message did not leave, since the customer has no e-mail address that works: complete the contact',
  no_address: 'the letter did not leave, since the customer has no postal address: complete the customer',
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
  unreadable:
    'the message did not leave, since its content could not be read: tell whoever runs Relance, then send it again',
  step_refused: 'the reminder could not leave at its hour',
};

/** What the provider did not take, in French and as it is stored; `what`: `Le courriel de niveau R1`. */
export const refusedInFrench = (what: string, detail: string): string => `${what}${REFUSED} ${detail}`;

const REFUSED = ' n’est pas parti\u00a0:';
/** Older sentences are stored with an ordinary space. */
const IS_REFUSED = / n’est pas parti[ \u00a0]:/;

/** Why a person has to look, without its full stop. What has no English words of its own is a fault, told in those of its finding. */
export function attentionInWords({ code, text }: AttentionInForce, language: Language): string {
  const words = language === 'en' ? (ENGLISH[code] ?? inEnglish(code, text)) : text;
  return words.replace(/[.\s]+$/, '');
}

/** Of a code that is the provider's own, by the sentence that was stored with it. */
const inEnglish = (code: string, text: string): string =>
  IS_REFUSED.test(text)
    ? `the provider refused the message (${code}): correct the contact or the message and send again, or use another channel`
    : text;
