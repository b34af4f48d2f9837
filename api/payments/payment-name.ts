import { z } from 'zod';
import type { PaymentName } from '../../facts/money/find-payment.ts';
import { foreignId } from '../../facts/inputs/fields.ts';
import type { Auth } from '../frame/endpoint.ts';

export const paymentParams = z.strictObject({ external_id: foreignId });

/** A payment system can only find the payments that it posted itself. */
export function paymentName(externalId: string, auth: Auth): PaymentName {
  return { externalId, postedByKeyId: auth.role === 'payments' ? auth.keyId : undefined };
}
