import { z } from 'zod';
import type { Exchange } from './resend-exchange.ts';
import type { HandOverOutcome } from './port.ts';

const acceptedBody = z.object({ id: z.string().min(1).max(200) });
const errorBody = z.object({ name: z.string().max(100).optional(), message: z.string().optional() });

// The provider's names for errors that no other recipient or content would mend, whatever status they come with.
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
const SETUP_STATUSES = new Set([401, 402, 403, 404, 405, 421]);
// Time-outs of a gateway on the way: the request may have reached the provider.
const UNDECIDED_STATUSES = new Set([408, 425, 499]);

function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,7}$/.test(header.trim()) ? Number(header) * 1000 : null;
}

function conflict(code: string, detail: string): HandOverOutcome {
  return code === 'invalid_idempotent_request' ? { kind: 'refused', code, detail } : { kind: 'unknown', code, detail };
}

function errorOutcome(status: number, body: unknown, retryAfter: string | null): HandOverOutcome {
  const parsed = errorBody.safeParse(body);
  const code = parsed.data?.name ?? `http_${status}`;
  const detail = `${status} ${code}: ${parsed.data?.message ?? 'no readable explanation'}`.slice(0, 500);
  if (status >= 500 || UNDECIDED_STATUSES.has(status)) return { kind: 'unknown', code, detail };
  if (status === 409) return conflict(code, detail);
  if (status === 429) return { kind: 'not_accepted', code, detail, retryAfterMs: retryAfterMs(retryAfter) };
  if (status < 400 || SETUP_STATUSES.has(status) || SETUP_ERRORS.has(code))
    return { kind: 'misconfigured', code, detail };
  return { kind: 'refused', code, detail };
}

function lostOutcome(code: string): HandOverOutcome {
  if (code === 'TimeoutError' || code === 'AbortError') {
    return { kind: 'unknown', code: 'timeout', detail: 'The provider gave no answer in the time allowed.' };
  }
  return { kind: 'unknown', code: 'connection_lost', detail: `The connection was lost before the answer (${code}).` };
}

/**
 * Turns what was seen on the wire into one of the five outcomes. Only a status that says so, or a connection that was
 * never made, counts as "certainly not accepted"; all else is unknown. Codes: https://resend.com/docs/api-reference/errors
 */
export function outcomeOf(exchange: Exchange): HandOverOutcome {
  if (exchange.kind === 'lost') return lostOutcome(exchange.code);
  if (exchange.kind === 'never_connected') {
    const detail = `The provider could not be reached (${exchange.code}).`;
    return { kind: 'not_accepted', code: 'unreachable', detail, retryAfterMs: null };
  }
  const succeeded = exchange.status >= 200 && exchange.status < 300;
  if (exchange.kind === 'unreadable') {
    if (!succeeded) return errorOutcome(exchange.status, null, null);
  } else {
    if (!succeeded) return errorOutcome(exchange.status, exchange.body, exchange.retryAfter);
    const accepted = acceptedBody.safeParse(exchange.body);
    if (accepted.success) return { kind: 'accepted', reference: accepted.data.id };
  }
  return {
    kind: 'unknown',
    code: 'unreadable_answer',
    detail: `The provider answered ${exchange.status} with an unreadable body.`,
  };
}
