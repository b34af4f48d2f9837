import { z } from 'zod';
import { handedOver } from '../holds/answers.ts';

export const allocation = z.object({
  invoice_number: z.string(),
  balance_cents: z.int(),
  status: z.enum(['open', 'partly_paid', 'paid']),
});

/** What a payment, a later allocation of it and its reversal answer. */
export const paymentAnswer = z.object({
  id: z.string(),
  allocations: z.array(allocation),
  unallocated_cents: z.int(),
  handed_over: handedOver,
});

/** What a credit and its later allocations answer; `balance_cents` is negative: what is left of it. */
export const creditAnswer = z.object({
  id: z.string(),
  number: z.string(),
  balance_cents: z.int(),
  allocations: z.array(allocation),
  handed_over: handedOver,
});
