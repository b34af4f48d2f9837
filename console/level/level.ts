import type { Schema } from '../api/client.ts';
import type { Language } from '../words/language.ts';

/** From this level on a step is the formal notice; the server has the same rule (domain/ladder/step.ts). */
export const FORMAL_NOTICE_LEVEL = 3;

/** The colour of a level, a variable of frame.css: blue, amber, red; quiet for anything else. */
export const colourOfLevel = (level: number): string =>
  level >= 1 && level <= 3 ? `var(--r${level})` : level > 3 ? 'var(--r3)' : 'var(--quiet)';

type Dunning = Schema<'Invoice'>['dunning'];
type Status = NonNullable<Dunning['status']>;
type Hold = Dunning['holds'][number]['kind'];

const STATUSES: Record<Language, Record<Status, string>> = {
  fr: {
    waiting: 'en attente',
    due: 'à relancer',
    to_confirm: 'à confirmer',
    sending: 'envoi en cours',
    held: 'suspendu',
    needs_attention: 'à traiter',
    exhausted: 'relances épuisées',
    paid: 'soldé',
    cancelled: 'annulé',
    written_off: 'passé en perte',
  },
  en: {
    waiting: 'waiting',
    due: 'due',
    to_confirm: 'to confirm',
    sending: 'being sent',
    held: 'on hold',
    needs_attention: 'needs attention',
    exhausted: 'exhausted',
    paid: 'paid',
    cancelled: 'cancelled',
    written_off: 'written off',
  },
};

const HOLDS: Record<Language, Record<Hold, string>> = {
  fr: {
    litigation: 'contentieux',
    dispute: 'litige',
    promise: 'promesse de règlement',
    pause: 'pause',
    customer_pause: 'client en pause',
    specific_action: 'action spécifique',
  },
  en: {
    litigation: 'litigation',
    dispute: 'dispute',
    promise: 'promise to pay',
    pause: 'pause',
    customer_pause: 'customer paused',
    specific_action: 'specific action',
  },
};

const MESSAGES: Record<Language, Record<string, string>> = {
  fr: {
    reserved: 'en préparation',
    rendered: 'préparé',
    to_post: 'édité, à poster',
    sending: 'envoi en cours',
    sent: 'envoyé',
    delivered: 'remis',
    bounced: 'non remis (adresse refusée)',
    complained: 'signalé comme indésirable',
    failed: 'échec',
    cancelled: 'annulé',
    ambiguous: 'envoi incertain',
    printed: 'imprimé',
    deposited: 'déposé',
    first_presented: 'avisé',
    awaiting_signature: 'en attente de signature',
    signed: 'AR signé',
    refused: 'refusé',
    unclaimed: 'avisé, non réclamé',
    undeliverable: 'NPAI',
  },
  en: {
    reserved: 'being prepared',
    rendered: 'prepared',
    to_post: 'made, to be posted',
    sending: 'being sent',
    sent: 'sent',
    delivered: 'delivered',
    bounced: 'bounced',
    complained: 'marked as spam',
    failed: 'failed',
    cancelled: 'cancelled',
    ambiguous: 'outcome unknown',
    printed: 'printed',
    deposited: 'deposited',
    first_presented: 'delivery attempted',
    awaiting_signature: 'awaiting signature',
    signed: 'signed for',
    refused: 'refused',
    unclaimed: 'unclaimed',
    undeliverable: 'undeliverable',
  },
};

const MODES = {
  fr: { manual: 'manuelle', to_confirm: 'à confirmer', automatic: 'automatique' },
  en: { manual: 'manual', to_confirm: 'to be confirmed', automatic: 'automatic' },
};

const KINDS = {
  fr: { email: 'courriel', letter: 'courrier', sms: 'SMS', call: 'appel', task: 'tâche', statement: 'état d’impayés' },
  en: { email: 'e-mail', letter: 'letter', sms: 'SMS', call: 'call', task: 'task', statement: 'statement' },
};

const LETTERS = {
  fr: {
    simple: 'lettre simple',
    registered: 'lettre recommandée avec avis de réception',
    lre_qualified: 'lettre recommandée électronique',
    ere_simple: 'envoi recommandé électronique',
  },
  en: {
    simple: 'plain letter',
    registered: 'registered letter',
    lre_qualified: 'qualified electronic registered letter',
    ere_simple: 'electronic registered delivery',
  },
};

const CUSTOMERS = {
  fr: { consumer: 'particulier', professional: 'professionnel', public: 'organisme public' },
  en: { consumer: 'private person', professional: 'company', public: 'public body' },
};

const said = (table: Record<string, string>, key: string): string => table[key] ?? key;

/** The one label of each status, hold, mode and kind. */
const statusWord = (status: string, language: Language): string => said(STATUSES[language], status);
export const holdWord = (kind: string, language: Language): string => said(HOLDS[language], kind);
/** The labels of these holds, each once. */
export const holdWords = (kinds: readonly string[], language: Language): string =>
  [...new Set(kinds)].map((kind) => holdWord(kind, language)).join(', ');
export const messageWord = (status: string, language: Language): string => said(MESSAGES[language], status);
/** A letter that is made and that a person has to post is called so wherever it is shown. */
export const toPostWord = (language: Language): string => messageWord('to_post', language);
/** The status of a case; `isToPost`: the letter of its step is made and a person has to post it. */
export const caseStatusWord = (status: string, isToPost: boolean, language: Language): string =>
  isToPost && status === 'due' ? toPostWord(language) : statusWord(status, language);
export const modeWord = (mode: string, language: Language): string => said(MODES[language], mode);
export const kindWord = (kind: string, language: Language): string => said(KINDS[language], kind);
export const letterWord = (kind: string, language: Language): string => said(LETTERS[language], kind);
export const customerWord = (kind: string, language: Language): string => said(CUSTOMERS[language], kind);
