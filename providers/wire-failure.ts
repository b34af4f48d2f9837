/** Why there is no answer. */
export type WireFailure =
  /** No connection was ever made, so no byte of the request left. */
  { kind: 'never_connected'; code: string } | { kind: 'lost'; code: string };

// The system calls that come before anything is written to the socket. undici does not repeat a POST by itself, so when one
// of them failed the provider has seen nothing.
const CONNECTING = new Set(['connect', 'getaddrinfo']);

/** Tells from the error of a `fetch` whether the request was never sent or was lost on the way. */
export function wireFailure(error: unknown): WireFailure {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return { kind: 'lost', code: 'unknown_error' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  const syscall = 'syscall' in cause && typeof cause.syscall === 'string' ? cause.syscall : '';
  // When a host has several addresses and none took the connection, Node throws one AggregateError.
  const neverConnected =
    CONNECTING.has(syscall) || code === 'UND_ERR_CONNECT_TIMEOUT' || cause.name === 'AggregateError';
  return neverConnected ? { kind: 'never_connected', code } : { kind: 'lost', code };
}
