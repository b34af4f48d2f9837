import { formatAmount } from '../../format/amount.ts';
import { formatLongDate } from '../../format/date.ts';
import { reasonInWords } from '../../messages/cancel-reasons.ts';
import {
  CALLS,
  CAUSES,
  CLOSED,
  FIELDS,
  LETTER_STATUSES,
  MODES,
  RESUMED,
  STATEMENT_FATES,
  STATUSES,
  WHY_CANCELLED,
} from './french-codes.ts';
import type { HistoryWords } from './data-by-kind.ts';
import type { HistoryData } from './kinds.ts';
import { FRENCH as EXPLAINED } from '../explanation/french.ts';
import { correctedPosting } from './corrected-posting.ts';
import { namedChange } from './named-change.ts';
import { natureOf, subjectOf } from './nature.ts';
import { isNoticeServed } from './notice-served.ts';
import { plannedBecause } from './planned-because.ts';
import { COLON, ended, said } from './sentence.ts';

const amount = (cents: number | undefined, data: HistoryData): string =>
  cents === undefined ? '' : formatAmount(cents, data.currency ?? 'EUR', 'fr');

const ofAmount = (data: HistoryData): string =>
  data.amountCents === undefined ? '' : ` de ${amount(data.amountCents, data)}`;

const onDay = (on: string | null | undefined, before: string): string =>
  on ? `${before}${formatLongDate(on, 'fr')}` : '';

/** What proves a promise. */
function provedBy({ evidence, evidenceOn }: HistoryData): string {
  if (!evidence) return '';
  return evidence === 'written'
    ? `, par écrit${onDay(evidenceOn, ' le ')}`
    : `, de vive voix${onDay(evidenceOn, ' le ')}`;
}

const because = (text: string | undefined): string => said(text, COLON);

function remaining(data: HistoryData): string {
  if (data.balanceCents === undefined) return '';
  return data.balanceCents === 0 ? '\u00a0; plus rien n’est dû' : `\u00a0; reste dû ${amount(data.balanceCents, data)}`;
}

/** A changed field; for the due date and the amount, on which reminders depend, with the new and the old value. */
function change(field: string, data: HistoryData): string {
  const name = namedChange(field, data, 'fr') ?? FIELDS[field] ?? field;
  if (field === 'due_on' && data.dueOnBefore)
    return `${name}${onDay(data.dueOn, ' le ')} (auparavant${onDay(data.dueOnBefore, ' le ')})`;
  if (field === 'total_cents' && data.amountCentsBefore !== undefined)
    return `${name}${ofAmount(data)} (auparavant de ${amount(data.amountCentsBefore, data)})`;
  return name;
}

/** What remained of a claim that closed as paid all the same. */
const letGo = (data: HistoryData): string =>
  data.closedAs === 'paid' && data.balanceCents
    ? `, le reste de ${amount(data.balanceCents, data)} étant dans la tolérance`
    : '';

const noMoreDue = (data: HistoryData): string =>
  data.closedAs === 'cancelled' && data.amountCents ? `, ${amount(data.amountCents, data)} n’étant plus dus` : '';

const freed = (data: HistoryData): string =>
  data.unallocatedCents ? `, ${amount(data.unallocatedCents, data)} étant de nouveau à affecter` : '';

/** The title of a task, in quotation marks when it is a sentence of its own. */
function task({ title }: HistoryData): string {
  const words = said(title, '');
  return title && /[.?!…]$/.test(title.trim()) ? `«\u00a0${words}\u00a0»` : words;
}

/** The number of a registered letter that a person posted. */
const postedAs = ({ registeredNumber }: HistoryData): string =>
  registeredNumber ? ` (n°\u00a0${registeredNumber})` : '';

function step({ level }: HistoryData): string {
  if (level === undefined || level === null) return 'Étape';
  return level === 0 ? 'Rappel préventif' : `R${level}`;
}

/** Makes a participle agree: `R2` and `Étape` are feminine, `Rappel préventif` is masculine. */
const agreed = ({ level }: HistoryData, participle: string): string => (level === 0 ? participle : `${participle}e`);

const stepDone = (data: HistoryData, participle: string): string => `${step(data)} ${agreed(data, participle)}`;

/** What was done to a step, or to an action outside the ladder, which has a title. */
const actionDone = (data: HistoryData, participle: string): string =>
  data.title === undefined ? stepDone(data, participle) : `Action «\u00a0${data.title}\u00a0» ${participle}e`;

const LETTERS: Readonly<Record<string, string>> = {
  registered: ' en lettre recommandée',
  lre_qualified: ' en lettre recommandée électronique',
  ere_simple: ' par envoi recommandé électronique',
};

function byChannel({ channel, letterKind }: HistoryData): string {
  if (channel === 'letter') return LETTERS[letterKind ?? ''] ?? ' par courrier';
  return { email: ' par courriel', sms: ' par SMS', call: ' par téléphone' }[channel ?? ''] ?? '';
}

const ofLevel = ({ level }: HistoryData): string =>
  level === undefined || level === null ? '' : level === 0 ? ' préventif' : ` R${level}`;

/** `Envoi R1 par courriel`, `Accusé de réception par courriel`: masculine, whatever was sent. */
function sending(data: HistoryData): string {
  return `${natureOf(data, 'fr') ?? `Envoi${ofLevel(data)}`}${byChannel(data)}`;
}

const toWhom = (data: HistoryData): string => (data.to?.length ? ` à ${data.to.join(', ')}` : '');

const test = (data: HistoryData): string => (data.test ? ' (essai, avant la mise en service)' : '');

function notAllocated({ amountCents, unallocatedCents, ...data }: HistoryData): string {
  if (!unallocatedCents) return '';
  return unallocatedCents === amountCents
    ? ', non affecté à une facture'
    : `, dont ${amount(unallocatedCents, data)} non affectés`;
}

const resumed = ({ resumedHolds = [] }: HistoryData): string =>
  resumedHolds.map((kind) => `\u00a0; ${RESUMED[kind] ?? kind}`).join('');

/** `de l’avoir AV-7 de 100,00 €`, or the same of a payment; both are masculine. */
const fromWhere = (data: HistoryData): string =>
  `${data.creditNoteNumber === undefined ? 'du règlement' : `de l’avoir${said(data.creditNoteNumber, ' ')}`}${ofAmount(data)}`;

/** The credit note or payment out of which money was paid back. */
const ofWhat = ({ creditNoteNumber, externalId }: HistoryData): string =>
  creditNoteNumber ? `l’avoir ${creditNoteNumber}` : `le règlement${said(externalId, ' ')}`;

const leftFree = ({ unallocatedCents, ...data }: HistoryData): string =>
  unallocatedCents === undefined ? '' : `\u00a0; reste à affecter ${amount(unallocatedCents, data)}`;

const onInvoice = ({ invoiceNumber }: HistoryData): string => (invoiceNumber ? ` sur ${invoiceNumber}` : '');

/** What is left of a credit note. */
const stillFree = ({ invoiceNumber, unallocatedCents, ...data }: HistoryData): string =>
  invoiceNumber && unallocatedCents ? `\u00a0; il en reste ${amount(unallocatedCents, data)}` : '';

const informed = (data: HistoryData): string =>
  data.notified?.length ? `\u00a0; message à ${data.notified.join(', ')}` : '';

function resolved({ outcome, awaitingCredit }: HistoryData): string {
  if (outcome === 'rejected') return 'Litige rejeté';
  if (outcome === 'withdrawn') return 'Litige retiré par le client';
  if (outcome !== 'upheld') return 'Litige clos';
  return awaitingCredit ? 'Litige fondé, avoir attendu' : 'Litige fondé et réglé';
}

const SERVED = ' (présentation valant mise en demeure, sous réserve de l’appréciation du juge)';

function letterStatus({ status, letterKind }: HistoryData): string | undefined {
  if (status === 'signed' && letterKind === 'registered') return 'remis, avis de réception signé par le destinataire';
  return LETTER_STATUSES[status ?? ''] ?? status;
}

/** The history of a case as a French collector reads it. */
export const FRENCH: HistoryWords = {
  created: (data) =>
    data.amountCents === undefined
      ? ended(`Client${data.number ? ` ${data.number}` : ''} créé`)
      : ended(`Pièce${data.number ? ` ${data.number}` : ''} enregistrée${COLON}${amount(data.amountCents, data)}`),
  changed: (data) =>
    ended(`Modification${because(data.fields?.map((field) => change(field, data)).join(', '))}${freed(data)}`),
  planned: (data) => {
    if (data.exhausted) return 'Toutes les étapes du scénario ont eu lieu.';
    const why = because(plannedBecause(data.reasons, EXPLAINED, 'fr'));
    if (data.held) return ended(`${step(data)} en attente${why}`);
    const mode = MODES[data.mode ?? ''];
    const when = onDay(data.dueOn, ' pour le ');
    return ended(`${stepDone(data, 'prévu')}${byChannel(data)}${when}${mode ? `, ${mode}` : ''}${why}`);
  },
  sent: (data) => ended(`${sending(data)}${postedAs(data)}${toWhom(data)}${subjectOf(data, 'fr')}${test(data)}`),
  cancelled: (data) =>
    data.channel || data.level
      ? ended(`${sending(data)} annulé${because(reasonInWords(WHY_CANCELLED, data.reason))}`)
      : ended(`Dossier annulé${because(data.reason)}`),
  delivered: (data) => ended(`${sending(data)} remis${toWhom(data)}`),
  letter_status: (data) =>
    ended(
      data.corrected
        ? correctedPosting(data, 'fr')
        : `Courrier${ofLevel(data)}${said(letterStatus(data), ' ')}${onDay(data.on, ', le ')}${isNoticeServed(data) ? SERVED : ''}${because(data.detail)}`,
    ),
  bounced: (data) => ended(`${sending(data)} refusé par la messagerie du destinataire${because(data.detail)}`),
  complained: (data) => ended(`${sending(data)} signalé comme indésirable par le destinataire`),
  failed: (data) => ended(`${sending(data)} non parti${because(data.detail ?? data.reason)}`),
  paid: (data) =>
    ended(`Règlement${ofAmount(data)} reçu${onDay(data.paidOn, ' le ')}${notAllocated(data)}${remaining(data)}`),
  payment_reversed: (data) => {
    const free = data.unallocatedCents ? `${notAllocated(data)},` : '';
    const again = data.reopenedHoldIds?.length ? '\u00a0; la promesse qu’il honorait est de nouveau en cours' : '';
    return ended(
      `Règlement${ofAmount(data)}${free} rejeté${because(data.reason)}${remaining(data)}${again}${resumed(data)}`,
    );
  },
  credited: (data) =>
    ended(
      `Avoir${said(data.creditNoteNumber, ' ')}${ofAmount(data)} imputé${onInvoice(data)}${remaining(data)}${stillFree(data)}`,
    ),
  allocation_reversed: (data) =>
    ended(
      `Affectation ${fromWhere(data)}${onInvoice(data)} annulée${because(data.reason)}${remaining(data)}${data.promiseReopened ? '\u00a0; la promesse qu’elle honorait est de nouveau en cours' : ''}${resumed(data)}`,
    ),
  refunded: (data) =>
    ended(
      `Remboursement${ofAmount(data)} au client${onDay(data.paidOn, ' le ')}, pris sur ${ofWhat(data)}${because(data.reason)}${leftFree(data)}`,
    ),
  refund_cancelled: (data) => {
    const taken = data.externalId || data.creditNoteNumber ? `, pris sur ${ofWhat(data)},` : '';
    const which = `${ofAmount(data)}${onDay(data.paidOn, ' du ')}${taken}`;
    return ended(`Remboursement${which} annulé${because(data.reason)}${leftFree(data)}`);
  },
  promise: (data) =>
    ended(
      `Promesse de règlement${ofAmount(data)}${onDay(data.promisedOn, ' pour le ')}${data.again ? ', rétablie' : ''}${provedBy(data)}${because(data.comment)}`,
    ),
  promise_kept: (data) => ended(`Promesse tenue${because(amount(data.amountCents, data))}`),
  promise_broken: (data) =>
    data.keptInPart
      ? ended(
          `Promesse tenue en partie${COLON}${amount(data.receivedCents, data)} sur ${amount(data.amountCents, data)}`,
        )
      : ended(
          `Promesse non tenue${because(amount(data.amountCents, data))}${onDay(data.promisedOn, ', attendus pour le ')}`,
        ),
  promise_withdrawn: (data) => ended(`Promesse de règlement${ofAmount(data)} retirée${because(data.reason)}`),
  dispute: (data) => ended(`Litige ouvert${because(data.reason)}${said(data.comment, ' – ')}`),
  dispute_resolved: (data) => ended(`${resolved(data)}${because(data.comment)}`),
  litigation: (data) => ended(`Mise au contentieux${because(data.reason)}`),
  litigation_closed: (data) => ended(`Sortie du contentieux${because(data.reason)}`),
  paused: (data) => {
    const cause = CAUSES[data.cause ?? ''] && `${CAUSES[data.cause ?? '']}${onDay(data.sinceOn, ' depuis le ')}`;
    const why = [cause, data.reason].filter(Boolean).join(', ');
    const whose = data.customer ? 'Relances du client suspendues' : 'Relances suspendues';
    return ended(`${whose}${onDay(data.untilOn, ' jusqu’au ')}${because(why)}`);
  },
  resumed: (data) => {
    const whose = data.customer ? 'Reprise des relances du client' : 'Reprise des relances';
    return ended(`${whose}${data.outcome === 'expired' ? `${COLON}la pause est terminée` : ''}`);
  },
  level_set: (data) => {
    if (data.goingLive) return `Mise en service\u00a0: le dossier repart du niveau R${data.level ?? 0}.`;
    const before = data.from === undefined ? '' : ` (auparavant R${data.from})`;
    return ended(`Niveau fixé à R${data.level ?? 0}${before}${because(data.reason)}`);
  },
  confirmed: (data) =>
    data.byHand
      ? ended(`${sending(data)} demandé manuellement${said(data.comment, COLON)}`)
      : ended(`${stepDone(data, 'confirmé')}${said(data.comment, COLON)}`),
  skipped: (data) => {
    const taken = data.replacedBy && `l’action spécifique «\u00a0${data.replacedBy}\u00a0» en prend la place`;
    const unsent = data.title === undefined ? ' sans envoi' : '';
    return ended(`${actionDone(data, 'passé')}${unsent}${because(taken ?? data.reason)}`);
  },
  postponed: (data) => ended(`${actionDone(data, 'reporté')}${onDay(data.untilOn, ' au ')}${because(data.reason)}`),
  completed: (data) =>
    ended(
      `${task(data) || step(data)}${COLON}${task(data) ? 'fait' : agreed(data, 'fait')}${onDay(data.on, ' le ')}${postedAs(data)}${said(data.comment, ' – ')}`,
    ),
  call: (data) =>
    ended(`Appel${ofLevel(data)}${because(CALLS[data.outcome ?? ''] ?? data.outcome)}${said(data.comment, ' – ')}`),
  note: (data) => ended(`Note${because(data.text ?? data.comment)}`),
  statement: (data) => {
    const whom = data.recipient ? ` à ${data.recipient}` : toWhom(data);
    const fate = STATEMENT_FATES[data.outcome ?? ''] ?? 'adressé';
    const why = data.outcome === 'cancelled' ? reasonInWords(WHY_CANCELLED, data.reason) : data.detail;
    return ended(`État d’impayés ${fate}${whom}${because(why)}`);
  },
  attention: (data) =>
    data.cleared
      ? `${data.outcome === 'told' ? 'Le prestataire a répondu' : 'Vu par une personne'}\u00a0: le dossier reprend.`
      : ended(`À traiter${because(data.text ?? data.detail ?? data.reason)}`),
  written_off: (data) => ended(`Passage en perte${ofAmount(data)}${because(data.reason)}`),
  closed: (data) =>
    ended(
      `Dossier clos${because(CLOSED[data.closedAs ?? ''])}${letGo(data)}${noMoreDue(data)}${freed(data)}${said(data.reason, ' – ')}`,
    ),
  qualified: (data) =>
    ended(`Qualification${because(STATUSES[data.status ?? ''])}${said(data.comment, ' – ')}${informed(data)}`),
  specific_action: (data) => {
    const what = `Action spécifique «\u00a0${data.title ?? ''}\u00a0»`;
    if (data.outcome === 'deleted') return ended(`${what} supprimée`);
    if (data.outcome === 'left_out') return ended(`${what} faite sans cette pièce, qui est suspendue`);
    return ended(`${what} prévue${byChannel(data)}${onDay(data.dueOn, ' pour le ')}`);
  },
  task: (data) => {
    const fate = { changed: 'modifiée', deleted: 'supprimée' }[data.outcome ?? ''] ?? 'prévue';
    return ended(
      `Tâche ${fate}${onDay(data.dueOn, fate === 'prévue' ? ' pour le ' : ', pour le ')}${because(task(data))}`,
    );
  },
  erased: (data) => ended(`Données personnelles effacées${because(data.reason)}`),
};
