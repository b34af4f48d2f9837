import type { HistoryData } from '../../domain/case/history/kinds.ts';
import { type PastEntry, type PastStep, pastCase } from '../../domain/case/past-case.ts';
import { balanceOf } from '../../domain/money/balance.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { isInsolvency } from '../holds/insolvency.ts';
import type { StoredStory } from './case-story.ts';
import type { CaseRow } from './case-view.ts';
import { asJson } from '../stored-json.ts';

type Hold = StoredStory['holds'][number];

/**
 * The case as it stood at `at`: the current row, overwritten with what its past says, for the code that reads current
 * rows.
 */
export function rewindCase(row: CaseRow, stored: StoredStory, at: Date): CaseRow {
  const then = pastCase(stored.story, at.toISOString());
  const holds = stored.holds.filter((hold) => isInForce(hold, stored, at));
  const past = holds.map((hold) => holdThen(hold, stored, at));
  const records = stored.story.records.map((record) => record.at <= at.toISOString());
  return {
    ...row,
    ...moneyThen(row, stored, then.totalCents, at),
    dueOn: then.dueOn === null ? row.dueOn : toDateColumn(then.dueOn),
    cycle: then.cycle,
    level: then.level,
    nextLevel: then.turn?.level ?? null,
    nextTurnOn: then.turn && toDateColumn(then.turn.on),
    // The row says since when the ladder has been exhausted without a break; earlier times are in the history.
    exhaustedAt: row.exhaustedAt && row.exhaustedAt <= at ? row.exhaustedAt : dateOf(then.exhaustedAt),
    attentionCode: then.attention?.code ?? null,
    attentionText: then.attention?.text ?? null,
    attentionAt: dateOf(then.attention?.at ?? null),
    ...(row.kind === 'credit_note' ? {} : closedThen(then.closed)),
    holds: past.filter(({ invoiceId }) => invoiceId !== null),
    customer: { ...row.customer, holds: past.filter(({ invoiceId }) => invoiceId === null) },
    stepRecords: stored.records.filter((_, index) => records[index]),
    openStep: then.step && stepThen(row, then.step),
  };
}

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

function closedThen(closed: ReturnType<typeof pastCase>['closed']) {
  return {
    closedAs: closed?.as ?? null,
    closedAt: closed && new Date(closed.at),
    closedReason: closed?.reason ?? null,
  };
}

function moneyThen(row: CaseRow, { allocations, refunds, story }: StoredStory, totalThen: number | null, at: Date) {
  const totalCents = totalThen ?? row.totalCents;
  const counted = allocations.filter(
    (one) => one.allocatedAt <= at && (one.reversedAt === null || one.reversedAt > at),
  );
  const sum = (of: typeof counted) => of.reduce((cents, { amountCents }) => cents + amountCents, 0);
  if (row.kind === 'credit_note') {
    const closing = story.entries
      .filter((entry) => entry.kind === 'closed')
      .find((entry) => entry.at <= at.toISOString());
    const paidBack = refunds.filter(
      ({ recordedAt, cancelledAt }) => recordedAt <= at && (cancelledAt === null || cancelledAt > at),
    );
    const goneCents = sum(counted) + paidBack.reduce((cents, { amountCents }) => cents + amountCents, 0);
    const balanceCents = closing ? 0 : Math.min(0, goneCents - totalCents);
    const isSpent = balanceCents === 0 && !closing;
    const spent = [...counted.map((one) => one.allocatedAt), ...paidBack.map((one) => one.recordedAt)];
    const spentAt = spent.reduce((last, when) => (when > last ? when : last), new Date(0));
    const ended = closing
      ? { closedAs: 'cancelled' as const, closedAt: new Date(closing.at), closedReason: closing.data.reason ?? null }
      : { closedAs: isSpent ? ('paid' as const) : null, closedAt: isSpent ? spentAt : null, closedReason: null };
    return { totalCents, balanceCents, ...ended };
  }
  const paidCents = sum(counted.filter(({ paymentId }) => paymentId !== null));
  const creditedCents = sum(counted.filter(({ creditNoteId }) => creditNoteId !== null));
  return { totalCents, paidCents, creditedCents, balanceCents: balanceOf({ totalCents, paidCents, creditedCents }) };
}

/** The history kinds after which a hold is out of force, though it may come back later. */
const ENDS: ReadonlySet<string> = new Set([
  'promise_kept',
  'promise_withdrawn',
  'resumed',
  'dispute_resolved',
  'closed',
]);
const TURNS: ReadonlySet<string> = new Set(['promise', 'promise_kept', 'promise_withdrawn', 'resumed', 'paused']);

function isInForce(hold: Hold, { story }: StoredStory, at: Date): boolean {
  const { id, endedAt } = hold;
  if (sinceThen(hold, story, at) > at || (endedAt !== null && endedAt <= at)) return false;
  // Before its payment or credit went back, a promise had been kept, a dispute settled or the case closed, and until
  // then the hold was not in force. The same goes for a pause between its mistaken lifting and its return, and for a
  // promise withdrawn by mistake.
  const turn = story.entries.findLast((entry) => entry.at <= at.toISOString() && isTurn(entry, id));
  return turn === undefined || !ENDS.has(turn.kind);
}

/** Whether the entry puts the hold in force, or out of it. */
function isTurn(entry: PastEntry, holdId: string): boolean {
  const said = anyOf(entry);
  if (entry.kind === 'closed' || said.reopened || said.reopenedHoldIds?.includes(holdId)) return true;
  const isTurned = TURNS.has(entry.kind) || (entry.kind === 'dispute_resolved' && !entry.data.awaitingCredit);
  return isTurned && said.holdId === holdId;
}

/** The data for reading a field that entries of several kinds have. */
const anyOf = ({ data }: PastEntry): HistoryData => data;

/**
 * Since when the hold was in force, as known at `at`: a pause restarts when it begins or stops being for insolvency.
 */
function sinceThen({ id, sinceAt }: Hold, story: StoredStory['story'], at: Date): Date {
  const pauses = story.entries.filter((entry) => entry.kind === 'paused');
  const paused = pauses.filter((entry) => entry.data.holdId === id && entry.at <= at.toISOString());
  const turn = paused.findLast(
    ({ data }, index) => index === 0 || isInsolvency(data) !== isInsolvency(paused[index - 1]!.data),
  );
  return turn && new Date(turn.at) < sinceAt ? new Date(turn.at) : sinceAt;
}

/**
 * The hold with its terms of that time: a pause's terms or a litigation's reason may have been replaced since, a
 * dispute upheld.
 */
function holdThen(hold: Hold, { story }: StoredStory, at: Date): Hold {
  const said = story.entries.filter((entry) => anyOf(entry).holdId === hold.id && entry.at <= at.toISOString());
  const awaitingCredit = said.some((entry) => entry.kind === 'dispute_resolved' && entry.data.awaitingCredit === true);
  const set = said.findLast(({ kind }) => kind === 'paused' || kind === 'litigation');
  const terms = set && anyOf(set);
  const sinceAt = sinceThen(hold, story, at);
  if (!terms) return { ...hold, sinceAt, awaitingCredit };
  const { reason = hold.reason, untilOn, endsAt } = terms;
  return {
    ...hold,
    sinceAt,
    awaitingCredit,
    reason,
    cause: terms.cause ?? null,
    sinceOn: terms.sinceOn ? toDateColumn(terms.sinceOn) : null,
    untilOn: untilOn ? toDateColumn(untilOn) : null,
    endsAt: endsAt === undefined ? (untilOn ? hold.endsAt : null) : endsAt === null ? null : new Date(endsAt),
  };
}

/** The open step of that time. Its action may no longer exist, so it is not named. */
function stepThen(row: CaseRow, step: PastStep): NonNullable<CaseRow['openStep']> {
  const { key: stepKey, dueAt, dueOn, reasons, mode, letterMadeAt, ...rest } = step;
  const madeAt = letterMadeAt === undefined ? null : new Date(letterMadeAt);
  const letter = {
    id: '',
    actionId: null,
    kind: 'letter',
    letterKind: step.letterKind,
    viaPrintProvider: false,
  } as const;
  return {
    ...rest,
    invoiceId: row.id,
    creditorId: row.creditorId,
    customerId: row.customerId,
    stepKey,
    templateId: null,
    mode,
    dueAt: new Date(dueAt),
    dueOn: toDateColumn(dueOn),
    lapsesAt: null,
    reasons: asJson(reasons),
    actionId: '',
    action: {
      mode,
      messageId: '',
      messages: madeAt ? [{ ...letter, status: 'rendered', reservedAt: madeAt, renderedAt: madeAt }] : [],
    },
    message: null,
  };
}
