import { defineWords } from '../words/words.ts';

const codes = {
  fr: {
    missing_api_key: 'la clé du prestataire manque',
    invalid_api_key: 'la clé du prestataire est refusée',
    restricted_api_key: 'la clé du prestataire ne permet pas d’envoyer',
    no_key: 'aucune clé de prestataire n’est réglée',
    daily_quota_exceeded: 'le quota du jour est atteint',
    monthly_quota_exceeded: 'le quota du mois est atteint',
    rate_limit_exceeded: 'le prestataire demande de ralentir',
    unknown: 'le prestataire n’a pas répondu clairement',
    unreachable: 'le prestataire ne répond pas',
    not_tried: 'personne ne l’a encore pris en charge',
    unreadable: 'son contenu n’a pas pu être lu',
    no_print_connector: 'aucun prestataire éditique n’est réglé, ou il est désactivé',
    no_sms_connector: 'aucun prestataire de SMS n’est réglé, ou il est désactivé',
    invalid_from_address: 'l’adresse d’expéditeur n’est pas acceptée',
    timeout: 'le prestataire n’a pas répondu à temps',
    connection_lost: 'la connexion au prestataire s’est interrompue',
    unreadable_answer: 'la réponse du prestataire est illisible',
    no_exchange: 'le prestataire n’a pas répondu clairement',
    not_started: 'l’envoi n’a pas encore été tenté',
    earlier_try_unknown: 'l’issue d’un premier essai n’est pas encore connue',
    rendered: 'prêt, en attente d’envoi',
  } as Record<string, string>,
  en: {
    missing_api_key: 'the provider’s key is missing',
    invalid_api_key: 'the provider refuses the key',
    restricted_api_key: 'the provider’s key may not send',
    no_key: 'no provider’s key is set',
    daily_quota_exceeded: 'today’s quota is used up',
    monthly_quota_exceeded: 'this month’s quota is used up',
    rate_limit_exceeded: 'the provider asks to slow down',
    unknown: 'the provider gave no clear answer',
    unreachable: 'the provider does not answer',
    not_tried: 'nobody has taken it up yet',
    unreadable: 'its content could not be read',
    no_print_connector: 'no print provider is set, or it is switched off',
    no_sms_connector: 'no SMS provider is set, or it is switched off',
    invalid_from_address: 'the sender’s address is not accepted',
    timeout: 'the provider did not answer in time',
    connection_lost: 'the connection to the provider was lost',
    unreadable_answer: 'the provider’s answer cannot be read',
    no_exchange: 'the provider gave no clear answer',
    not_started: 'the sending has not been tried yet',
    earlier_try_unknown: 'what came of an earlier try is not known yet',
    rendered: 'ready, waiting to be sent',
  } as Record<string, string>,
};

/** Words about what is not sent yet and why. All sending that is stopped is called so wherever it is shown. */
export const waitingWords = defineWords(
  {
    lineStopped: 'Les envois de la société sont arrêtés',
    lineStoppedSince: (when: string) => `Les envois de la société sont arrêtés depuis le ${when}`,
    waitsForLine: 'en attente\u00a0: envois arrêtés',
    one: 'message attend',
    many: 'messages attendent',
    answered: (said: string) => `le prestataire a répondu «\u00a0${said}\u00a0»`,
    tryAgain: (when: string) => `Nouvel essai au plus tard le ${when}.`,
    nothingLost: 'Rien n’est perdu\u00a0: tout repart seul, dans l’ordre, dès que la cause est levée.',
    see: 'Voir les anomalies',
    codes: codes.fr,
  },
  {
    lineStopped: 'All sending of the company is stopped',
    lineStoppedSince: (when: string) => `All sending of the company has been stopped since ${when}`,
    waitsForLine: 'waiting: sending is stopped',
    one: 'message waits',
    many: 'messages wait',
    answered: (said: string) => `the provider answered “${said}”`,
    tryAgain: (when: string) => `Tried again at the latest ${when}.`,
    nothingLost: 'Nothing is lost: all of it leaves by itself, in order, once the cause is mended.',
    see: 'See what needs attention',
    codes: codes.en,
  },
);

/**
 * Why something waits, as a part of a sentence: by its code, else the provider's own words in quotation marks, which may
 * be in another language. Null when neither says anything.
 */
export function whyWaiting(
  { code, detail }: { code: string; detail: string | null },
  w: { codes: Record<string, string>; answered: (said: string) => string },
): string | null {
  return w.codes[code] ?? (detail ? w.answered(detail.trim().replace(/\.$/, '')) : null);
}
