import { localDate } from '../../domain/calendar/local-time.ts';
import { explain, explainCreditNote, type ExplanationSnapshot } from '../../domain/case/explain.ts';
import { type LevelView, levelsView } from '../../domain/case/levels-view.ts';
import { type CaseStatus, statusOf } from '../../domain/case/status.ts';
import { letterToPostAt, isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { CARRIER } from '../../prisma/posted-by-person.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { lineStops, WAITS_FOR_LINE } from '../messages/sending-lines/sending-line.ts';
import { asReasons } from '../stored-json.ts';

const NOT_POSTED = { status: { in: ['reserved', 'rendered'] } } satisfies Prisma.MessageWhereInput;

/**
 * An action with its letter, if there is one to post: a letter that a person posts is named by the action, not by its
 * open steps.
 */
const ACTION_OF_STEP = {
  select: {
    mode: true,
    messageId: true,
    messages: {
      where: { kind: 'letter', ...NOT_POSTED },
      select: { id: true, ...CARRIER.select },
    },
  },
} as const;

/** The relations that a case's view is made from: one query for each relation, however many rows are read. */
const CASE_PARTS = {
  holds: HOLDS_IN_FORCE,
  customer: {
    include: {
      holds: { ...HOLDS_IN_FORCE, ...CUSTOMER_HOLDS_IN_FORCE },
      contacts: { orderBy: { position: 'asc' } },
    },
  },
  openStep: {
    include: { action: ACTION_OF_STEP, message: { select: { ...CARRIER.select, ...WAITS_FOR_LINE } } },
  },
  stepRecords: true,
  scenarioVersion: { include: { steps: { select: { level: true } }, scenario: { select: { id: true, name: true } } } },
} as const;

/**
 * Reads invoices and credit notes with their relations, in the order asked for, and since when the sending line is
 * stopped that the message of an open step waits for.
 */
export async function readCases(
  db: Database | Transaction,
  query: Pick<Prisma.InvoiceFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  const rows = await db.invoice.findMany({ ...query, include: CASE_PARTS });
  const messageOf = ({ openStep }: (typeof rows)[number]) => openStep?.message;
  const stoppedAt = await lineStops(
    db,
    rows.map((row) => ({ creditorId: row.creditorId, message: messageOf(row) })),
  );
  return rows.map((row) => ({ ...row, lineStoppedAt: stoppedAt(row.creditorId, messageOf(row)) }));
}

export type CaseRow = Awaited<ReturnType<typeof readCases>>[number];

/** The product's current instant, and the creditor's time zone. */
export interface ReadingMoment {
  at: Date;
  timeZone: string;
}

/** The holds in force on an invoice: its customer's and its own. A credit note has no ladder to hold. */
export function holdsOf(row: CaseRow) {
  return row.kind === 'credit_note' || row.closedAs ? [] : [...row.customer.holds, ...row.holds];
}

/**
 * The `dunning.status` of the API. A credit note has no ladder and therefore null, so that no status filter finds it.
 */
export function caseStatus(row: CaseRow, { at }: ReadingMoment): CaseStatus | null {
  if (row.kind === 'credit_note') return null;
  const step = shownStep(row);
  return statusOf({
    nowAt: at.toISOString(),
    closedAs: row.closedAs,
    needsAttention: row.attentionCode !== null,
    held: holdsOf(row).length > 0,
    exhausted: row.exhaustedAt !== null,
    openStep: step && {
      dueAt: step.dueAt.toISOString(),
      mode: step.mode,
      handed: step.handed,
    },
  });
}

/**
 * The open step as a person sees it. Its mode is its action's, except for a registered letter that a person posts: that
 * one was confirmed already and is shown as `manual`, whether the ladder, a run or a person made it. A step carried by
 * any other message is on its way (`handed`).
 */
function shownStep({ openStep: step }: CaseRow) {
  if (!step) return null;
  const { message, action } = step;
  const letter = message ?? action.messages.find(({ id }) => id === action.messageId);
  const madeAt = letter ? letterToPostAt(letter) : null;
  if (!message || !isPostedByPerson(message))
    return { ...step, mode: action.mode, handed: step.messageId !== null, madeAt };
  const dueAt = message.reservedAt < step.dueAt ? message.reservedAt : step.dueAt;
  return {
    ...step,
    mode: 'manual' as const,
    handed: false,
    madeAt,
    dueAt,
    actionId: message.actionId ?? step.actionId,
  };
}

/**
 * The open step; null when it will not leave as planned: the case is closed, a hold without an end stops it, or a hold
 * ends after the step's hour (it was planned before that hold was stored, and the next plan will say when it leaves).
 * Only a hold without an end hides a step that a message already carries.
 */
export function nextStep(row: CaseRow) {
  const step = shownStep(row);
  if (!step || row.closedAs) return null;
  const isKeptBack = (endsAt: Date | null) => endsAt === null || (step.messageId === null && endsAt > step.dueAt);
  return holdsOf(row).some(({ endsAt }) => isKeptBack(endsAt)) ? null : step;
}

/** The `dunning.levels` of the API. */
export function caseLevels(row: CaseRow, { at, timeZone }: ReadingMoment): LevelView[] {
  if (row.kind === 'credit_note') return [];
  const step = nextStep(row);
  const turn = row.closedAs || row.nextLevel === null || row.nextTurnOn === null ? null : row.nextTurnOn;
  const dueOn = step && step.level === row.nextLevel ? fromDateColumn(step.dueOn) : null;
  return levelsView({
    todayOn: localDate(at.toISOString(), timeZone),
    scenarioLevels: row.scenarioVersion?.steps.map(({ level }) => level) ?? [],
    cycle: row.cycle,
    level: row.level,
    records: row.stepRecords.map((record) => ({ ...record, at: record.at.toISOString() })),
    next: turn && { level: row.nextLevel!, turnOn: fromDateColumn(turn), dueOn },
  });
}

/** A sentence that says why nothing leaves, or what leaves when and by which rule. */
export function explainCase(row: CaseRow, moment: ReadingMoment, language: Language) {
  if (row.kind === 'credit_note') return explainCreditNote(language);
  return explain(explanationSnapshot(row, moment), language);
}

/** The data from which an explanation is written. */
export function explanationSnapshot(row: CaseRow, { at, timeZone }: ReadingMoment): ExplanationSnapshot {
  const step = nextStep(row);
  const attention = row.attentionCode !== null ? { code: row.attentionCode, text: row.attentionText ?? '' } : null;
  return {
    nowAt: at.toISOString(),
    timeZone,
    closed: row.closedAs ? { as: row.closedAs, on: localDate((row.closedAt ?? at).toISOString(), timeZone) } : null,
    attention,
    holds: holdsOf(row).map(({ kind, untilOn, endsAt }) => ({
      kind,
      untilOn: untilOn ? fromDateColumn(untilOn) : null,
      endsAt: endsAt ? endsAt.toISOString() : null,
    })),
    exhausted: row.exhaustedAt !== null,
    next: step && {
      level: step.level,
      kind: step.kind,
      letterKind: step.letterKind,
      mode: step.mode,
      dueAt: step.dueAt.toISOString(),
      handed: step.handed,
      madeOn: step.madeAt && localDate(step.madeAt.toISOString(), timeZone),
      lineStoppedAt: row.lineStoppedAt?.toISOString() ?? null,
      rule: step.rule,
      reasons: asReasons(step.reasons),
    },
  };
}
