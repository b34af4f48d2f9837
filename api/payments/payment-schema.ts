import { z } from 'zod';
import { isErased } from '../customers/erased-mark.ts';
import { paymentAnswer } from './payment-answer.ts';
import { refund } from './refund-schema.ts';

const allocation = paymentAnswer.shape.allocations.element.extend({ invoice_id: z.string(), amount_cents: z.int() });

/** A payment as it stands; a reversed payment has no allocations. */
export const payment = z
  .object({
    id: z.string(),
    external_id: z.string(),
    customer_reference: z.string().meta({ description: 'Only payments of this customer.' }),
    amount_cents: z.int(),
    currency: z.string(),
    paid_on: z.iso.date(),
    method: z.string().nullable(),
    allocations: z.array(allocation),
    unallocated_cents: z.int(),
    refunds: z.array(refund),
    received_at: z.iso.datetime(),
    reversal: z.object({ external_id: z.string(), reason: z.string(), reversed_at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'Payment' });

/** A payment in the list of all customers' payments, with its customer. */
export const listedPayment = payment
  .extend({ customer: z.object({ id: z.string(), name: z.string(), erased: isErased }) })
  .meta({ id: 'ListedPayment' });
