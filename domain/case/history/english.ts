import { titleInWords } from '../../actions/task-titles.ts';
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
} from './english-codes.ts';
import { attentionInWords } from '../attention-in-words.ts';
import type { HistoryWords } from './data-by-kind.ts';
import type { HistoryData } from './kinds.ts';
import { ENGLISH as EXPLAINED } from '../explanation/english.ts';
import { correctedPosting } from './corrected-posting.ts';
import { namedChange } from './named-change.ts';
import { natureOf, subjectOf } from './nature.ts';
import { isNoticeServed } from './notice-served.ts';
import { plannedBecause } from './planned-because.ts';
import { ended, said } from './sentence.ts';

const amount = (cents: number | undefined, data: HistoryData): string =>
  cents === undefined ? '' : formatAmount(cents, data.currency ?? 'EUR', 'en');

const ofAmount = (data: HistoryData): string =>
  data.amountCents === undefined ? '' : ` of ${amount(data.amountCents, data)}`;

const onDay = (on: string | null | undefined, before: string): string =>
  on ? `${before}${formatLongDate(on, 'en')}` : '';

/** What proves a promise. */
function provedBy({ evidence, evidenceOn }: HistoryData): string {
  if (!evidence) return '';
  return `, ${evidence === 'written' ? 'in writing' : 'by word of mouth'}${onDay(evidenceOn, ' on ')}`;
}

const because = (text: string | undefined): string => said(text, ': ');

function remaining(data: HistoryData): string {
  if (data.balanceCents === undefined) return '';
  return data.balanceCents === 0 ? '; nothing remains due' : `; ${amount(data.balanceCents, data)} remains due`;
}

/** What remained of a claim that closed as paid all the same. */
const letGo = (data: HistoryData): string =>
  data.closedAs === 'paid' && data.balanceCents
    ? `, the remaining ${amount(data.balanceCents, data)} being within the tolerance`
    : '';

const noMoreDue = (data: HistoryData): string =>
  data.closedAs === 'cancelled' && data.amountCents ? `, ${amount(data.amountCents, data)} being no longer due` : '';

const freed = (data: HistoryData): string =>
  data.unallocatedCents ? `, ${amount(data.unallocatedCents, data)} being free to allocate again` : '';

/** The title of a task, in quotation marks when it is a sentence of its own. */
function task({ title }: HistoryData): string {
  const words = said(title && titleInWords(title, 'en'), '');
  return title && /[.?!…]$/.test(title.trim()) ? `“${words}”` : words;
}

/** The number of a registered letter that a person posted. */
const postedAs = ({ registeredNumber }: HistoryData): string => (registeredNumber ? ` (no. ${registeredNumber})` : '');

function step({ level }: HistoryData): string {
  if (level === undefined || level === null) return 'Step';
  return level === 0 ? 'Preventive reminder' : `R${level}`;
}

/** Names a step, or an action outside the ladder by its title. */
const action = (data: HistoryData): string => (data.title === undefined ? step(data) : `Action “${data.title}”`);

const LETTERS: Readonly<Record<string, string>> = {
  registered: ' by registered letter',
  lre_qualified: ' by electronic registered letter',
  ere_simple: ' by electronic registered delivery',
};

function byChannel({ channel, letterKind }: HistoryData): string {
  if (channel === 'letter') return LETTERS[letterKind ?? ''] ?? ' by letter';
  return { email: ' by e-mail', sms: ' by SMS', call: ' by telephone' }[channel ?? ''] ?? '';
}

const ofLevel = ({ level }: HistoryData): string =>
  level === undefined || level === null ? '' : level === 0 ? ' (preventive)' : ` R${level}`;

/** `R1 by e-mail`, `Acknowledgement by e-mail`. */
function sending(data: HistoryData): string {
  const what = data.level === undefined || data.level === null ? 'Message' : step(data);
  return `${natureOf(data, 'en') ?? what}${byChannel(data)}`;
}

function reasonOfAttention({ code, text, detail, reason }: HistoryData): string | undefined {
  const stored = text ?? detail ?? reason;
  return code === undefined || stored === undefined ? stored : attentionInWords({ code, text: stored }, 'en');
}

/** A changed field; for the due date and the amount, on which reminders depend, with the new and the old value. */
function change(field: string, data: HistoryData): string {
  const name = namedChange(field, data, 'en') ?? FIELDS[field] ?? field;
  if (field === 'due_on' && data.dueOnBefore)
    return `${name}${onDay(data.dueOn, ' ')} (was${onDay(data.dueOnBefore, ' ')})`;
  if (field === 'total_cents' && data.amountCentsBefore !== undefined)
    return `${name} ${amount(data.amountCents, data)} (was ${amount(data.amountCentsBefore, data)})`;
  return name;
}

const toWhom = (data: HistoryData): string => (data.to?.length ? ` to ${data.to.join(', ')}` : '');

const test = (data: HistoryData): string => (data.test ? ' (test, before going live)' : '');

function notAllocated({ amountCents, unallocatedCents, ...data }: HistoryData): string {
  if (!unallocatedCents) return '';
  return unallocatedCents === amountCents
    ? ', not allocated to an invoice'
    : `, ${amount(unallocatedCents, data)} of it not allocated`;
}

const PROMISE_AGAIN = '; the promise that it kept is open again';

const resumed = ({ resumedHolds = [] }: HistoryData): string =>
  resumedHolds.map((kind) => `; ${RESUMED[kind] ?? kind}`).join('');

/** `credit note AV-7 of €100.00`. */
const fromWhere = (data: HistoryData): string =>
  `${data.creditNoteNumber === undefined ? 'a payment' : `credit note${said(data.creditNoteNumber, ' ')}`}${ofAmount(data)}`;

/** The credit note or payment out of which money was paid back. */
const ofWhat = ({ creditNoteNumber, externalId }: HistoryData): string =>
  creditNoteNumber ? `credit note ${creditNoteNumber}` : externalId ? `payment ${externalId}` : 'a payment';

const leftFree = ({ unallocatedCents, ...data }: HistoryData): string =>
  unallocatedCents === undefined ? '' : `; ${amount(unallocatedCents, data)} left to allocate`;

const onInvoice = ({ invoiceNumber }: HistoryData): string => (invoiceNumber ? ` to ${invoiceNumber}` : '');

/** What is left of a credit note. */
const stillFree = ({ invoiceNumber, unallocatedCents, ...data }: HistoryData): string =>
  invoiceNumber && unallocatedCents ? `; ${amount(unallocatedCents, data)} of it left` : '';

const informed = (data: HistoryData): string =>
  data.notified?.length ? `; message to ${data.notified.join(', ')}` : '';

function resolved({ outcome, awaitingCredit }: HistoryData): string {
  if (outcome === 'rejected') return 'Dispute rejected';
  if (outcome === 'withdrawn') return 'Dispute withdrawn by the customer';
  if (outcome !== 'upheld') return 'Dispute closed';
  return awaitingCredit ? 'Dispute upheld, credit awaited' : 'Dispute upheld and settled';
}

const SERVED = ' (its presentation counts as formal notice, subject to the court’s assessment)';

/** The history of a case in English. */
export const ENGLISH: HistoryWords = {
  created: (data) =>
    data.amountCents === undefined
      ? ended(`Customer${data.number ? ` ${data.number}` : ''} created`)
      : ended(`Item${data.number ? ` ${data.number}` : ''} recorded: ${amount(data.amountCents, data)}`),
  changed: (data) =>
    ended(`Changed${because(data.fields?.map((field) => change(field, data)).join(', '))}${freed(data)}`),
  planned: (data) => {
    if (data.exhausted) return 'Every step of the scenario has taken place.';
    const why = because(plannedBecause(data.reasons, EXPLAINED, 'en'));
    if (data.held) return ended(`${step(data)} waits${why}`);
    const mode = MODES[data.mode ?? ''];
    const when = onDay(data.dueOn, ' for ');
    return ended(`${step(data)} planned${byChannel(data)}${when}${mode ? `, ${mode}` : ''}${why}`);
  },
  sent: (data) => ended(`${sending(data)}${postedAs(data)} sent${toWhom(data)}${subjectOf(data, 'en')}${test(data)}`),
  cancelled: (data) =>
    data.channel || data.level
      ? ended(`${sending(data)} cancelled${because(reasonInWords(WHY_CANCELLED, data.reason))}`)
      : ended(`Case cancelled${because(data.reason)}`),
  delivered: (data) => ended(`${sending(data)} delivered${toWhom(data)}`),
  letter_status: (data) =>
    ended(
      data.corrected
        ? correctedPosting(data, 'en')
        : `Letter${ofLevel(data)}${said(LETTER_STATUSES[data.status ?? ''] ?? data.status, ' ')}${onDay(data.on, ', on ')}${isNoticeServed(data) ? SERVED : ''}${because(data.detail)}`,
    ),
  bounced: (data) => ended(`${sending(data)} refused by the recipient’s mail server${because(data.detail)}`),
  complained: (data) => ended(`${sending(data)} reported as spam by the recipient`),
  failed: (data) => ended(`${sending(data)} did not leave${because(data.detail ?? data.reason)}`),
  paid: (data) =>
    ended(`Payment${ofAmount(data)} received${onDay(data.paidOn, ' on ')}${notAllocated(data)}${remaining(data)}`),
  payment_reversed: (data) => {
    const free = data.unallocatedCents ? `${notAllocated(data)},` : '';
    const again = data.reopenedHoldIds?.length ? PROMISE_AGAIN : '';
    return ended(
      `Payment${ofAmount(data)}${free} reversed${because(data.reason)}${remaining(data)}${again}${resumed(data)}`,
    );
  },
  credited: (data) =>
    ended(
      `${data.creditNoteNumber ? `Credit note ${data.creditNoteNumber}` : 'Credit'}${ofAmount(data)} allocated${onInvoice(data)}${remaining(data)}${stillFree(data)}`,
    ),
  allocation_reversed: (data) =>
    ended(
      `Allocation of ${fromWhere(data)}${onInvoice(data)} undone${because(data.reason)}${remaining(data)}${data.promiseReopened ? PROMISE_AGAIN : ''}${resumed(data)}`,
    ),
  refunded: (data) =>
    ended(
      `Refund${ofAmount(data)} to the customer${onDay(data.paidOn, ' on ')}, out of ${ofWhat(data)}${because(data.reason)}${leftFree(data)}`,
    ),
  refund_cancelled: (data) => {
    const taken = data.externalId || data.creditNoteNumber ? ` out of ${ofWhat(data)}` : '';
    const which = `${ofAmount(data)}${onDay(data.paidOn, ' made on ')}${taken}`;
    return ended(`Refund${which} cancelled${because(data.reason)}${leftFree(data)}`);
  },
  promise: (data) =>
    ended(
      `Promise to pay${ofAmount(data)}${onDay(data.promisedOn, ' by ')}${data.again ? ', in force again' : ''}${provedBy(data)}${because(data.comment)}`,
    ),
  promise_kept: (data) => ended(`Promise kept${because(amount(data.amountCents, data))}`),
  promise_broken: (data) =>
    data.keptInPart
      ? ended(`Promise kept in part: ${amount(data.receivedCents, data)} of ${amount(data.amountCents, data)}`)
      : ended(`Promise broken${because(amount(data.amountCents, data))}${onDay(data.promisedOn, ', promised for ')}`),
  promise_withdrawn: (data) => ended(`Promise to pay${ofAmount(data)} withdrawn${because(data.reason)}`),
  dispute: (data) => ended(`Dispute opened${because(data.reason)}${said(data.comment, ' – ')}`),
  dispute_resolved: (data) => ended(`${resolved(data)}${because(data.comment)}`),
  litigation: (data) => ended(`Put in litigation${because(data.reason)}`),
  litigation_closed: (data) => ended(`Litigation closed${because(data.reason)}`),
  paused: (data) => {
    const cause = CAUSES[data.cause ?? ''] && `${CAUSES[data.cause ?? '']}${onDay(data.sinceOn, ' since ')}`;
    const why = [cause, data.reason].filter(Boolean).join(', ');
    const whose = data.customer ? 'The customer’s reminders paused' : 'Reminders paused';
    return ended(`${whose}${onDay(data.untilOn, ' until ')}${because(why)}`);
  },
  resumed: (data) => {
    const whose = data.customer ? 'The customer’s reminders resumed' : 'Reminders resumed';
    return ended(`${whose}${data.outcome === 'expired' ? ': the pause is over' : ''}`);
  },
  level_set: (data) => {
    if (data.goingLive) return `Went into service: the case begins again at R${data.level ?? 0}.`;
    const before = data.from === undefined ? '' : ` (was R${data.from})`;
    return ended(`Level set to R${data.level ?? 0}${before}${because(data.reason)}`);
  },
  confirmed: (data) =>
    data.byHand
      ? ended(`${sending(data)} requested manually${because(data.comment)}`)
      : ended(`${step(data)} confirmed${because(data.comment)}`),
  skipped: (data) => {
    const taken = data.replacedBy && `the specific action “${data.replacedBy}” takes its place`;
    const unsent = data.title === undefined ? ', nothing sent' : '';
    return ended(`${action(data)} skipped${unsent}${because(taken ?? data.reason)}`);
  },
  postponed: (data) => ended(`${action(data)} postponed${onDay(data.untilOn, ' to ')}${because(data.reason)}`),
  completed: (data) =>
    ended(`${task(data) || step(data)}: done${onDay(data.on, ' on ')}${postedAs(data)}${said(data.comment, ' – ')}`),
  call: (data) =>
    ended(`Call${ofLevel(data)}${because(CALLS[data.outcome ?? ''] ?? data.outcome)}${said(data.comment, ' – ')}`),
  note: (data) => ended(`Note${because(data.text ?? data.comment)}`),
  statement: (data) => {
    const whom = data.recipient ? ` to ${data.recipient}` : toWhom(data);
    const fate = STATEMENT_FATES[data.outcome ?? ''] ?? 'sent';
    const why = data.outcome === 'cancelled' ? reasonInWords(WHY_CANCELLED, data.reason) : data.detail;
    return ended(`Statement of unpaid files ${fate}${whom}${because(why)}`);
  },
  attention: (data) =>
    data.cleared
      ? `${data.outcome === 'told' ? 'The provider has answered' : 'A person has looked'}: the case goes on.`
      : ended(`Needs attention${because(reasonOfAttention(data))}`),
  written_off: (data) => ended(`Write-off${ofAmount(data)}${because(data.reason)}`),
  closed: (data) =>
    ended(
      `Case closed${because(CLOSED[data.closedAs ?? ''])}${letGo(data)}${noMoreDue(data)}${freed(data)}${said(data.reason, ' – ')}`,
    ),
  qualified: (data) =>
    ended(`Qualified${because(STATUSES[data.status ?? ''])}${said(data.comment, ' – ')}${informed(data)}`),
  specific_action: (data) => {
    const what = `Specific action “${data.title ?? ''}”`;
    if (data.outcome === 'deleted') return ended(`${what} deleted`);
    if (data.outcome === 'left_out') return ended(`${what} done without this item, which is held`);
    return ended(`${what} planned${byChannel(data)}${onDay(data.dueOn, ' for ')}`);
  },
  task: (data) => {
    const fate = { changed: 'changed', deleted: 'deleted' }[data.outcome ?? ''] ?? 'planned';
    return ended(`Task ${fate}${onDay(data.dueOn, fate === 'planned' ? ' for ' : ', for ')}${because(task(data))}`);
  },
  erased: (data) => ended(`Personal data erased${because(data.reason)}`),
};
