import { localDate } from '../../domain/calendar/local-time.ts';
import { explain, explainCreditNote, type ExplanationSnapshot } from '../../domain/case/explain.ts';
import { type LevelView, levelsView } from '../../domain/case/levels-view.ts';
import { type CaseStatus, statusOf } from '../../domain/case/status.ts';
import type { Reason } from '../../domain/ladder/plan.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { CARRIER } from '../../prisma/posted-by-person.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';

/** What a case's view is made of: one query for each relation, however many rows are read. */
const CASE_PARTS = {
  holds: HOLDS_IN_FORCE,
  customer: {
    include: {
      holds: { ...HOLDS_IN_FORCE, ...CUSTOMER_HOLDS_IN_FORCE },
      contacts: { orderBy: { position: 'asc' } },
    },
  },
  openStep: { include: { action: { select: { mode: true } }, message: CARRIER } },
  stepRecords: true,
  scenarioVersion: { include: { steps: { select: { level: true } }, scenario: { select: { id: true, name: true } } } },
} as const;

/** Documents with their parts, in the order asked. */
export async function readCases(
  db: Database | Transaction,
  query: Pick<Prisma.InvoiceFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  return db.invoice.findMany({ ...query, include: CASE_PARTS });
}

export type CaseRow = Awaited<ReturnType<typeof readCases>>[number];

/** The product's now, and where the creditor is. */
export interface ReadingMoment {
  at: Date;
  timeZone: string;
}

/** The holds in force on an invoice: its customer's and its own. A credit note has no ladder to hold. */
export function holdsOf(row: CaseRow) {
  return row.kind === 'credit_note' || row.closedAs ? [] : [...row.customer.holds, ...row.holds];
}

/** API.md's `status`. A credit note has no ladder, so it has none: no filter by a status finds it. */
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
 * The open step as a person sees it. Its mode is its action's: a registered letter that was confirmed waits for the person who
 * posts it, and nobody has to confirm it again. So does one of a run or by hand, in an action of its own; what any other message
 * carries is on its way (`handed`).
 */
function shownStep({ openStep: step }: CaseRow) {
  if (!step) return null;
  const { message, action } = step;
  if (!message || !isPostedByPerson(message)) return { ...step, mode: action.mode, handed: step.messageId !== null };
  const dueAt = message.reservedAt < step.dueAt ? message.reservedAt : step.dueAt;
  return { ...step, mode: 'manual' as const, handed: false, dueAt, actionId: message.actionId ?? step.actionId };
}

/**
 * The open step, unless the end of the case or a hold without an end keeps it from ever leaving, or one with an end outlasts it:
 * then it was planned before that hold was stored, and when it leaves is known with the next plan. A message that carries it stays.
 */
export function nextStep(row: CaseRow) {
  const step = shownStep(row);
  if (!step || row.closedAs) return null;
  const isKeptBack = (endsAt: Date | null) => endsAt === null || (step.messageId === null && endsAt > step.dueAt);
  return holdsOf(row).some(({ endsAt }) => isKeptBack(endsAt)) ? null : step;
}

/** API.md's `levels`. */
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

/** Why nothing leaves, or what leaves when and by which rule, in a sentence. */
export function explainCase(row: CaseRow, moment: ReadingMoment, language: Language) {
  if (row.kind === 'credit_note') return explainCreditNote(language);
  return explain(explanationSnapshot(row, moment), language);
}

/** What an explanation is made of. */
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
      rule: step.rule,
      reasons: step.reasons as unknown as Reason[],
    },
  };
}
