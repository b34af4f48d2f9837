import { z } from 'zod';
import type { HttpExchange } from '../http-call.ts';
import { failedCall, isSuccess } from '../http-status.ts';
import type { ProviderOutcome } from '../../domain/messages/provider-outcome.ts';

const acceptedBody = z.object({ id: z.string().min(1).max(200) });
const errorBody = z.object({ name: z.string().max(100).optional(), message: z.string().optional() });

// The provider's names for errors that no other recipient or content would fix, whatever their status.
const SETUP_ERRORS = new Set([
  'missing_api_key',
  'restricted_api_key',
  'invalid_api_key',
  'invalid_from_address',
  'invalid_access',
  'invalid_region',
  'not_found',
  'method_not_allowed',
]);

/**
 * Turns what was seen on the wire into one of the five outcomes; ../http-status.ts says what each status means. Codes:
 * https://resend.com/docs/api-reference/errors
 */
export function outcomeOf(exchange: HttpExchange): ProviderOutcome {
  if (exchange.kind !== 'answered') return failedCall(exchange);
  const { status, body } = exchange;
  const accepted = isSuccess(status) ? acceptedBody.safeParse(body) : null;
  if (accepted?.success) return { kind: 'accepted', reference: accepted.data.id };
  const { name = `http_${status}`, message = '' } = errorBody.safeParse(body).data ?? {};
  const failed = failedCall(exchange, { code: name, text: message });
  if (failed.kind !== 'refused') return failed;
  // Any other conflict is with an earlier call of ours under the same key, with an outcome that is not known yet.
  if (status === 409 && name !== 'invalid_idempotent_request') return { ...failed, kind: 'unknown' };
  return status !== 409 && SETUP_ERRORS.has(name) ? { ...failed, kind: 'misconfigured' } : failed;
}
