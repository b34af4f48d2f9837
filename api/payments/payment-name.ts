import { z } from 'zod';
import type { PaymentName } from '../../facts/money/find-payment.ts';
import { foreignId } from '../../facts/inputs/fields.ts';
import type { Auth } from '../frame/endpoint.ts';

export const paymentParams = z.strictObject({ external_id: foreignId });

/** For a payment system only what it posted itself exists. */
export function paymentName(externalId: string, auth: Auth): PaymentName {
  return { externalId, postedByKeyId: auth.role === 'payments' ? auth.keyId : undefined };
}
