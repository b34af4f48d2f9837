import { pauseCustomer } from '../../facts/holds/pause-customer.ts';
import { closeLitigation } from '../../facts/holds/close-litigation.ts';
import { openDispute } from '../../facts/holds/open-dispute.ts';
import { openLitigation } from '../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../facts/holds/record-promise.ts';
import { resolveDispute } from '../../facts/holds/resolve-dispute.ts';
import { setPause } from '../../facts/holds/set-pause.ts';
import { createInvoice } from '../../facts/invoices/create-invoice.ts';
import { endCase } from '../../facts/invoices/end-case.ts';
import { invoiceInput } from '../../facts/inputs/invoice.ts';
import { recordCredit } from '../../facts/money/record-credit.ts';
import { recordPayment } from '../../facts/money/record-payment.ts';
import { reversePayment } from '../../facts/money/reverse-payment.ts';
import type { FactContext } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoFact } from '../../prisma/demo-data/demo-types.ts';
import { applySaid } from './apply-said.ts';
import { planAsOf, raiseProblem, setLevelByHand } from './apply-under-lock.ts';
import { contextAt, type SeedNames } from './seed-names.ts';
import { sendReminder } from './send-reminder.ts';

/** The ids of what one customer's earlier facts have created, by invoice number. */
export interface KnownIds {
  customerId: string;
  invoices: Map<string, string>;
  /** The dispute in force, by invoice number. */
  disputes: Map<string, string>;
}

/** Stores one fact at its own instant, as the API would have. */
export async function applyFact(db: Database, names: SeedNames, known: KnownIds, fact: DemoFact): Promise<void> {
  const context = contextAt(names, fact.at, fact.by);
  const invoiceId = 'number' in fact ? (known.invoices.get(fact.number) ?? '') : '';
  const about = { customerId: known.customerId, invoiceId };
  switch (fact.kind) {
    case 'invoice': {
      const { answer } = await createInvoice(db, context, invoiceInput.parse(withIds(names, fact)));
      known.invoices.set(fact.input.number, answer.id);
      return;
    }
    case 'dispute': {
      const { answer } = await openDispute(db, context, invoiceId, fact.input);
      known.disputes.set(fact.number, answer.id);
      return;
    }
    case 'dispute_resolved':
      return done(resolveDispute(db, context, { invoiceId, disputeId: known.disputes.get(fact.number) ?? '' }, fact));
    case 'payment':
      return done(recordPayment(db, context, fact.input));
    case 'reversal':
      return done(reverse(db, context, fact));
    case 'credit':
      return done(recordCredit(db, context, invoiceId, fact.input));
    case 'promise':
      return done(recordPromise(db, context, invoiceId, fact.input));
    case 'litigation':
      return done(openLitigation(db, context, invoiceId, { reason: fact.reason }));
    case 'litigation_closed':
      return done(closeLitigation(db, context, invoiceId, fact.reason));
    case 'pause':
      return done(setPause(db, context, invoiceId, fact.input));
    case 'customer_pause':
      return done(pauseCustomer(db, context, known.customerId, { reason: fact.reason, until_on: fact.until_on }));
    case 'end':
      return done(endCase(db, context, invoiceId, fact.closedAs, { reason: fact.reason }));
    case 'reminder':
      return sendReminder(db, context, { invoiceId, level: fact.level });
    case 'level_set':
      return setLevelByHand(db, context, about, fact);
    case 'attention':
      return raiseProblem(db, context, about, fact);
    case 'plan':
      return planAsOf(db, context, about);
    default:
      return applySaid(db, names, known, fact);
  }
}

const reverse = (db: Database, context: FactContext, fact: DemoFact & { kind: 'reversal' }) =>
  reversePayment(db, context, { externalId: fact.payment }, { external_id: fact.external_id, reason: fact.reason });

const done = async (fact: Promise<unknown>): Promise<void> => void (await fact);

/** The invoice's body, with the ids of the scenario and the third parties that the portfolio names. */
function withIds({ byHandScenarioId, thirdParties }: SeedNames, fact: DemoFact & { kind: 'invoice' }) {
  const { input, byHand, referrer, notary } = fact;
  const idOf = (name: string | null) => (name === null ? undefined : thirdParties.get(name));
  const file = input.case_file && { ...input.case_file, referrer_id: idOf(referrer), notary_id: idOf(notary) };
  return { ...input, ...(byHand ? { scenario_id: byHandScenarioId } : {}), ...(file ? { case_file: file } : {}) };
}
