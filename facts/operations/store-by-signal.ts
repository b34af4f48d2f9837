import type { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { FactSignalName } from '../../workflows/messages.ts';
import { closeLitigation } from '../holds/close-litigation.ts';
import { liftPause } from '../holds/lift-pause.ts';
import { openDispute } from '../holds/open-dispute.ts';
import { openLitigation } from '../holds/open-litigation.ts';
import { recordPromise } from '../holds/record-promise.ts';
import { resolveDispute } from '../holds/resolve-dispute.ts';
import { setPause } from '../holds/set-pause.ts';
import { withdrawPromise } from '../holds/withdraw-promise.ts';
import type { operationsInputs } from '../inputs/operations.ts';
import { recordCredit } from '../money/record-credit.ts';
import { recordPayment } from '../money/record-payment.ts';
import { reversePayment } from '../money/reverse-payment.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { conflict } from '../refused.ts';

/** The case that the signal was sent to. `key` stands in for an external id that was not given. */
export interface OperationsCase {
  id: string;
  number: string;
  currency: string;
  todayOn: string;
  key: string;
}

type Store<Signal extends FactSignalName> = (
  db: Database,
  context: FactContext,
  of: OperationsCase,
  said: z.output<(typeof operationsInputs)[Signal]>,
) => Promise<Telling[]>;

/** How each signal's fact is stored: as the API would, for this invoice. */
export const OPERATIONS: { [Signal in FactSignalName]: Store<Signal> } = {
  paymentReceived: async (db, context, of, said) => {
    const payment = {
      external_id: said.externalId ?? of.key,
      amount_cents: said.amountCents,
      currency: of.currency,
      paid_on: said.paidOn ?? of.todayOn,
      method: said.method ?? null,
      allocations: [{ invoice_number: of.number, amount_cents: said.amountCents }],
    };
    return (await recordPayment(db, context, payment)).tellings;
  },
  paymentReversed: async (db, context, of, said) => {
    const externalId = said.paymentExternalId ?? said.externalId ?? '';
    const reversalId = said.paymentExternalId && said.externalId ? said.externalId : of.key;
    const reversal = { external_id: reversalId, reason: said.reason };
    return (await reversePayment(db, context, { externalId }, reversal)).tellings;
  },
  creditNoteIssued: async (db, context, of, said) => {
    const credit = {
      external_id: said.externalId ?? of.key,
      number: said.number,
      amount_cents: said.amountCents,
      issued_on: said.issuedOn ?? of.todayOn,
    };
    return (await recordCredit(db, context, of.id, credit)).tellings;
  },
  promiseReceived: async (db, context, of, said) => {
    const promise = { amount_cents: said.amountCents, promised_on: said.promisedOn, comment: said.comment };
    return (await recordPromise(db, context, of.id, promise)).tellings;
  },
  promiseWithdrawn: async (db, context, of, said) => {
    const promiseId = said.promiseId ?? (await newestStanding(db, context, of.id, 'promise'));
    if (!promiseId) throw conflict('promise_over', 'Aucune promesse n’est en cours.');
    return (await withdrawPromise(db, context, { invoiceId: of.id, promiseId })).tellings;
  },
  litigationOpened: async (db, context, of, said) => (await openLitigation(db, context, of.id, said)).tellings,
  litigationClosed: async (db, context, of, said) => (await closeLitigation(db, context, of.id, said.reason)).tellings,
  disputeOpened: async (db, context, of, said) => {
    const dispute = { reason: said.reason, comment: said.comment, amount_cents: said.amountCents };
    return (await openDispute(db, context, of.id, dispute)).tellings;
  },
  disputeResolved: async (db, context, of, said) => {
    const disputeId = said.disputeId ?? (await newestStanding(db, context, of.id, 'dispute'));
    if (!disputeId) throw conflict('dispute_over', 'Aucun litige n’est en cours.');
    const resolution = { outcome: said.outcome, comment: said.comment };
    return (await resolveDispute(db, context, { invoiceId: of.id, disputeId }, resolution)).tellings;
  },
  pauseSet: async (db, context, of, said) => {
    const pause = { reason: said.reason, until_on: said.untilOn, cause: said.cause };
    return (await setPause(db, context, of.id, pause)).tellings;
  },
  pauseLifted: async (db, context, of) => (await liftPause(db, context, of.id)).tellings,
  invoiceChanged: planAgain,
  messageSettled: planAgain,
};

/** Nothing new is known; the case is planned again. */
async function planAgain(db: Database, _context: FactContext, of: OperationsCase): Promise<Telling[]> {
  await db.$transaction((tx) => raiseVersion(tx, [of.id]));
  return [];
}

/**
 * Without an id the signal means the newest hold that stands. If none does, it is the hold that an earlier attempt of this call
 * ended, at the same instant: the attempt may have been cut short after its commit, and this one only tells again.
 */
async function newestStanding(
  db: Database,
  { at }: FactContext,
  invoiceId: string,
  kind: 'promise' | 'dispute',
): Promise<string | null> {
  const newest = (endedAt: Date | null) =>
    db.hold.findFirst({ where: { invoiceId, kind, endedAt }, orderBy: { sinceAt: 'desc' }, select: { id: true } });
  const hold = (await newest(null)) ?? (await newest(at));
  return hold?.id ?? null;
}
