import type { ClientBase } from 'pg';

/**
 * What Postgres itself puts an end to, in the sessions of a process whose silent connections are given up after `patienceMs`. A
 * machine that is lost in the middle of a transaction says nothing: its session would keep the customer's row for the two hours
 * that the system's TCP allows, and whoever waits for that row would leave a session behind at each try, until none is left.
 */
function sessionBounds(patienceMs: number): string[] {
  const bounds = {
    // Between two statements of a transaction lies only our own reckoning.
    idle_in_transaction_session_timeout: 2 * patienceMs,
    // Ends before we give up, so that the session is not left waiting behind.
    lock_timeout: Math.floor((patienceMs * 5) / 6),
    // Nobody waits for the answer any more.
    statement_timeout: 2 * patienceMs,
  };
  // In one statement each for what not every system has.
  return [
    Object.entries(bounds)
      .map(([name, ms]) => `SET ${name} = ${ms}`)
      .join('; '),
    'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3',
    "SET client_connection_check_interval = '10s'",
  ];
}

/** Sets them ahead of whatever is sent first; a server or pooler that does not know one goes on without it. */
export function boundSession(session: ClientBase, patienceMs: number): void {
  for (const statement of sessionBounds(patienceMs)) session.query(statement).catch(() => undefined);
}
