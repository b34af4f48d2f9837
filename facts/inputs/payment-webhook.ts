import { z } from 'zod';
import { foreignId } from './fields.ts';
import { paymentInput, reversalInput } from './money.ts';

const timestamp = z.iso.datetime({ offset: true });

/**
 * `POST /webhooks/payments`: the body of `POST /payments`, or of a reversal together with the payment that it reverses.
 */
export const paymentWebhookInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment.received'), timestamp, data: paymentInput }),
  z.strictObject({
    type: z.literal('payment.reversed'),
    timestamp,
    data: reversalInput.extend({ payment_external_id: foreignId }),
  }),
]);
