import type { HttpExchange } from './http-call.ts';
import type { ProviderOutcome } from '../domain/messages/provider-outcome.ts';
import type { WireFailure } from './wire-failure.ts';

export type FailedCall = Exclude<ProviderOutcome, { kind: 'accepted' }>;

/** The provider's own name for an error, and its explanation. */
export interface Explanation {
  code: string;
  text: string;
}

/** Our key, our account or the address that we call is wrong: no other message would be accepted either. */
const SETUP_STATUSES = new Set([401, 402, 403, 404, 405, 421]);
/** Gateway time-outs: the request may have passed. Conflicts: an earlier call for the same message may have passed. */
const UNDECIDED_STATUSES = new Set([408, 409, 425, 499]);

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/**
 * What is known after an exchange without a readable acceptance. Only a status that says so, or a connection that was never
 * made, means certainly not accepted; everything else is unknown.
 */
export function failedCall(exchange: HttpExchange, says: Explanation | null = null): FailedCall {
  if (exchange.kind === 'never_connected' || exchange.kind === 'lost') return withoutAnswer(exchange);
  const { status } = exchange;
  if (isSuccess(status)) {
    const detail = `The provider answered ${status} with an unreadable body.`;
    return { kind: 'unknown', code: 'unreadable_answer', detail };
  }
  const code = says?.code ?? `http_${status}`;
  const detail = `${status} ${code}: ${says?.text || 'no readable explanation'}`.slice(0, 500);
  if (exchange.kind === 'unreadable') return { kind: 'unknown', code, detail };
  // A conflict that the provider explains is about this message, not an earlier call; where that does not hold, the
  // provider's adapter handles it.
  const kind = status === 409 && says !== null ? 'refused' : meaningOf(status);
  if (kind !== 'not_accepted') return { kind, code, detail };
  return { kind, code, detail, retryAfterMs: retryAfterMs(exchange.retryAfter) };
}

/** What a status other than success means by itself. */
function meaningOf(status: number): FailedCall['kind'] {
  if (status >= 500 || UNDECIDED_STATUSES.has(status)) return 'unknown';
  if (status === 429) return 'not_accepted';
  return status < 400 || SETUP_STATUSES.has(status) ? 'misconfigured' : 'refused';
}

function withoutAnswer({ kind, code }: WireFailure): FailedCall {
  if (kind === 'never_connected') {
    const detail = `The provider could not be reached (${code}).`;
    return { kind: 'not_accepted', code: 'unreachable', detail, retryAfterMs: null };
  }
  if (code === 'TimeoutError' || code === 'AbortError') {
    return { kind: 'unknown', code: 'timeout', detail: 'The provider gave no answer in the time allowed.' };
  }
  return { kind: 'unknown', code: 'connection_lost', detail: `The connection was lost before the answer (${code}).` };
}

function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,7}$/.test(header.trim()) ? Number(header) * 1000 : null;
}
