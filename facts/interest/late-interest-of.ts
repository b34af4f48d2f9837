import { latestOf, type LocalDate } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { type Debt, type LateInterest, lateInterest } from '../../domain/interest/late-interest.ts';
import type { Reduction } from '../../domain/interest/principal.ts';
import { type Rate, rateTable } from '../../domain/interest/rates.ts';
import { FORMAL_NOTICE_LEVEL } from '../../domain/ladder/step.ts';
import { countsAsNotified } from '../../domain/messages/letter-status.ts';
import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { LetterKind, MessageStatus, Prisma } from '../../prisma/generated/client.ts';
import { isInsolvency, openedOn } from '../holds/insolvency.ts';
import { isOwnCredit } from '../money/own-credit-notes.ts';

/** A customer's holds for insolvency proceedings, which apply to all their invoices. */
export const CUSTOMER_INSOLVENCY = {
  invoiceId: null,
  kind: 'customer_pause',
  cause: 'insolvency',
  endedAt: null,
} as const satisfies Prisma.HoldWhereInput;

/** The relations from which late interest is computed, besides the invoice's own columns. */
export const WITH_INTEREST = {
  customer: { select: { kind: true, holds: { where: CUSTOMER_INSOLVENCY } } },
  allocations: {
    where: { reversedAt: null },
    select: {
      amountCents: true,
      allocatedAt: true,
      payment: { select: { paidOn: true } },
      creditNote: { select: { issuedOn: true, history: { where: { kind: 'created' }, select: { at: true } } } },
    },
  },
  stepRecords: {
    where: { level: { gte: FORMAL_NOTICE_LEVEL }, kind: 'letter', outcome: { in: ['sent', 'completed'] } },
    select: { on: true, at: true, messageId: true },
  },
  messageItems: {
    where: { message: { OR: [{ status: { in: ['undeliverable', 'failed'] } }, { formalNotice: { not: null } }] } },
    select: {
      messageId: true,
      stepKey: true,
      information: true,
      message: { select: { status: true, letterKind: true, formalNotice: true, sentAt: true, test: true } },
    },
  },
} as const satisfies Prisma.InvoiceInclude;

/** The states of a letter that reached nobody, and of one that has not left. */
const LOST: readonly MessageStatus[] = ['undeliverable', 'failed'];
const NOT_LEFT: readonly MessageStatus[] = [...OPEN_STATES, 'cancelled'];

/** An invoice's holds for insolvency proceedings: those in force, and those that ended with the case. */
export const INSOLVENCY = {
  kind: 'pause',
  cause: 'insolvency',
  OR: [{ endedAt: null }, { outcome: 'case_closed' }],
} satisfies Prisma.HoldWhereInput;

/** The creditor's settings that late interest depends on. */
export const INTEREST_SETTINGS = {
  interestRates: true,
  latePenaltyBasisPoints: true,
  paymentImputation: true,
  liveAt: true,
  timeZone: true,
} as const;
export type InterestSettings = Prisma.SettingsGetPayload<{ select: typeof INTEREST_SETTINGS }>;

/** An invoice with everything from which late interest is computed; null when there is none. */
export async function readForInterest(db: Database, invoiceId: string) {
  return await db.invoice.findUnique({
    where: { id: invoiceId },
    include: { ...WITH_INTEREST, holds: { where: INSOLVENCY } },
  });
}

type Read = NonNullable<Awaited<ReturnType<typeof readForInterest>>>;
type Pause = Pick<Read['holds'][number], 'kind' | 'cause' | 'sinceAt' | 'sinceOn'>;
type InterestRow = Omit<Read, 'holds' | 'customer'> & {
  holds: readonly Pause[];
  customer: Pick<Read['customer'], 'kind'> & { holds: readonly Pause[] };
};

/** Late interest of an invoice at the end of a day, and the debt from which it was computed. */
export function lateInterestOf(
  row: InterestRow,
  settings: InterestSettings,
  on: LocalDate,
): { debt: Debt; result: LateInterest } {
  const debt = debtOf(row, settings);
  return { debt, result: lateInterest(debt, on, rateTable(ownRates(settings))) };
}

/** The interest rates that the creditor has set. */
export function ownRates({ interestRates }: Pick<InterestSettings, 'interestRates'>): Rate[] {
  return (interestRates as unknown as Omit<Rate, 'toVerify'>[]).map((rate) => ({ ...rate, toVerify: false }));
}

function debtOf(row: InterestRow, settings: InterestSettings): Debt {
  const { latePenaltyBasisPoints, paymentImputation, timeZone } = settings;
  const dueOn = fromDateColumn(row.dueOn ?? row.issuedOn);
  const takenBackCents = row.allocations.reduce((sum, one) => (isOwnCredit(one) ? sum + one.amountCents : sum), 0);
  return {
    debtor: row.customer.kind,
    dueOn,
    noticeOn: noticeOn(row, settings),
    totalCents: row.totalCents - takenBackCents,
    reductions: reductionsOf(row, dueOn),
    givenUp: row.closedAs === 'cancelled' || row.closedAs === 'written_off',
    insolventSinceOn: insolventSinceOn(row, timeZone),
    currency: row.currency,
    contractualBasisPoints: latePenaltyBasisPoints,
    imputation: paymentImputation === 'interest_first' ? 'interest_first' : 'principal_first',
  };
}

/** The earliest day of a judgment given by a pause of the invoice or of its customer; null when there is none. */
function insolventSinceOn({ holds, customer }: InterestRow, timeZone: string): LocalDate | null {
  const pauses = [...holds, ...customer.holds].filter(isInsolvency);
  return pauses.map((pause) => openedOn(pause, timeZone)).sort()[0] ?? null;
}

/**
 * The day of the first formal notice, by a step or outside the scenario; null when there is none. A letter that does
 * not say that it is a formal notice does not count. Nor does one that left before the creditor went live, that could
 * not be delivered or was not made after all, or a simple electronic delivery that nobody opened. A registered letter
 * that was refused or not fetched counts, and so do a step's letter from before texts were judged and a step that a
 * person completed without a letter made here.
 */
function noticeOn(
  { stepRecords, messageItems }: InterestRow,
  { liveAt, timeZone }: InterestSettings,
): LocalDate | null {
  const isOfTrial = (at: Date) => liveAt !== null && at < liveAt;
  const none = messageItems.filter(
    ({ message }) => !message.formalNotice || LOST.includes(message.status) || isUnopened(message),
  );
  const noNotice = new Set(none.map(({ messageId }) => messageId));
  const ofSteps = stepRecords
    .filter(({ at, messageId }) => !isOfTrial(at) && !(messageId && noNotice.has(messageId)))
    .map(({ on }) => fromDateColumn(on));
  const outside = messageItems.filter(
    ({ stepKey, information, messageId, message }) =>
      stepKey === null && !information && !noNotice.has(messageId) && !NOT_LEFT.includes(message.status),
  );
  const ofLetters = outside.flatMap(({ message: { sentAt, test } }) =>
    sentAt === null || test || isOfTrial(sentAt) ? [] : localDate(sentAt.toISOString(), timeZone),
  );
  return [...ofSteps, ...ofLetters].sort()[0] ?? null;
}

/**
 * A simple electronic delivery is weaker than a registered letter: it counts once the reader has identified themselves
 * and accepted it.
 */
const isUnopened = ({ letterKind, status }: { letterKind: LetterKind | null; status: MessageStatus }): boolean =>
  letterKind === 'ere_simple' && !countsAsNotified(status, letterKind);

/**
 * What reduced the principal, and when. A remainder let go within the tolerance is taken off with the last payment, and
 * bears no interest after it.
 */
function reductionsOf(row: InterestRow, dueOn: LocalDate): Reduction[] {
  const set = row.allocations.filter((one) => !isOwnCredit(one));
  const reductions = set.map(({ amountCents, allocatedAt, payment, creditNote }) => ({
    on: fromDateColumn(payment?.paidOn ?? creditNote?.issuedOn ?? allocatedAt),
    amountCents,
  }));
  if (row.closedAs !== 'paid' || row.balanceCents <= 0) return reductions;
  const [first = dueOn, ...others] = reductions.map(({ on }) => on);
  return [...reductions, { on: latestOf(first, ...others), amountCents: row.balanceCents, isLetGo: true }];
}
