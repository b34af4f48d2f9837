import { z } from 'zod';
import { handedOver } from '../holds/answers.ts';

export const allocation = z.object({
  invoice_number: z.string(),
  balance_cents: z.int(),
  status: z.enum(['open', 'partly_paid', 'paid']),
});

/** The answer of a payment, of its later allocation and of its reversal. */
export const paymentAnswer = z.object({
  id: z.string(),
  allocations: z.array(allocation),
  unallocated_cents: z.int(),
  handed_over: handedOver,
});

/** The answer of a credit and of its later allocations; `balance_cents` is negative: what is left of the credit. */
export const creditAnswer = z.object({
  id: z.string(),
  number: z.string(),
  balance_cents: z.int(),
  allocations: z.array(allocation),
  handed_over: handedOver,
});
