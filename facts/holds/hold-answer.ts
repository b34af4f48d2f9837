import type { HoldKind } from '../../domain/case/state.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { PauseInput } from '../inputs/holds.ts';

/** The columns of a `holds` row that an answer needs. */
export interface HoldRow {
  id: string;
  kind: HoldKind;
  invoiceId: string | null;
  customerId: string;
  reason: string;
  comment: string | null;
  cause: string | null;
  sinceAt: Date;
  sinceOn: Date | null;
  untilOn: Date | null;
  endedAt: Date | null;
  outcome: string | null;
  amountCents: number | null;
  evidenceKind: string | null;
  evidenceOn: Date | null;
  awaitingCredit: boolean;
  reviewOn: Date | null;
  ownerId: string | null;
}

const day = (column: Date | null): string | null => (column ? fromDateColumn(column) : null);

const base = (hold: HoldRow) => ({
  id: hold.id,
  kind: hold.kind,
  since_at: hold.sinceAt.toISOString(),
  ended_at: hold.endedAt?.toISOString() ?? null,
});

/** A litigation in the API's form. */
export const litigationAnswer = (hold: HoldRow) => ({
  ...base(hold),
  invoice_id: hold.invoiceId,
  reason: hold.reason,
  comment: hold.comment,
});

/** A pause of an invoice, or of all of a customer's invoices (`invoice_id` null). `until_on` is its last day. */
export const pauseAnswer = (hold: HoldRow) => ({
  ...base(hold),
  customer_id: hold.customerId,
  invoice_id: hold.invoiceId,
  reason: hold.reason,
  cause: hold.cause,
  since_on: day(hold.sinceOn),
  until_on: day(hold.untilOn),
});

/** True when the pause has exactly these terms. */
export const isSamePause = (hold: HoldRow, input: PauseInput): boolean =>
  hold.reason === input.reason &&
  hold.cause === (input.cause ?? null) &&
  day(hold.untilOn) === (input.until_on ?? null) &&
  day(hold.sinceOn) === (input.since_on ?? null);

/** The evidence for a promise; null when nobody said. */
export const evidenceAnswer = ({ evidenceKind: kind, evidenceOn }: Pick<HoldRow, 'evidenceKind' | 'evidenceOn'>) =>
  kind === null ? null : { kind: kind as 'written' | 'oral', received_on: day(evidenceOn) };

/** A promise: `state` is open, kept, broken, withdrawn or case_closed. */
export const promiseAnswer = (hold: HoldRow) => ({
  ...base(hold),
  invoice_id: hold.invoiceId,
  amount_cents: hold.amountCents ?? 0,
  promised_on: day(hold.untilOn),
  comment: hold.comment,
  evidence: evidenceAnswer(hold),
  state: hold.endedAt ? (hold.outcome ?? 'closed') : 'open',
});

/** A dispute: `state` is open, awaiting_credit, upheld, rejected, withdrawn or case_closed. */
export const disputeAnswer = (hold: HoldRow) => ({
  ...base(hold),
  invoice_id: hold.invoiceId,
  reason: hold.reason,
  comment: hold.comment,
  disputed_cents: hold.amountCents,
  awaiting_credit: hold.endedAt === null && hold.awaitingCredit,
  owner_id: hold.ownerId,
  review_on: day(hold.reviewOn),
  state: hold.endedAt ? (hold.outcome ?? 'closed') : hold.awaitingCredit ? 'awaiting_credit' : 'open',
});

export type LitigationAnswer = ReturnType<typeof litigationAnswer>;
export type PauseAnswer = ReturnType<typeof pauseAnswer>;
export type PromiseAnswer = ReturnType<typeof promiseAnswer>;
export type DisputeAnswer = ReturnType<typeof disputeAnswer>;
