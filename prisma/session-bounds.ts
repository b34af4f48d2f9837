import type { ClientBase } from 'pg';

/**
 * The limits that Postgres itself enforces in the sessions of a process that gives up silent connections after
 * `patienceMs`. A machine lost in the middle of a transaction says nothing: its session would keep the customer's row
 * for the two hours that the system's TCP allows, and every try to lock that row would leave another session behind,
 * until none is left.
 */
function sessionBounds(patienceMs: number): [timeouts: string, ...optional: string[]] {
  const bounds = {
    // Between two statements of a transaction there is only our own computing.
    idle_in_transaction_session_timeout: 2 * patienceMs,
    // Ends before we give up, so that the session is not left waiting.
    lock_timeout: Math.floor((patienceMs * 5) / 6),
    // By then nothing waits for the answer any more.
    statement_timeout: 2 * patienceMs,
  };
  // Separate statements for what not every system supports.
  return [
    Object.entries(bounds)
      .map(([name, ms]) => `SET ${name} = ${ms}`)
      .join('; '),
    'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3',
    "SET client_connection_check_interval = '10s'",
  ];
}

/** What is logged when the timeouts are refused. */
export const UNBOUNDED =
  'Postgres or its pooler refuses the timeouts of a session: a machine that is lost may keep a customer locked for hours';

/**
 * Returns a function that sets the limits of a new session before anything else is sent. Where a server or pooler refuses
 * one of the statements, the session goes on without it. Every Postgres knows the timeouts, so `onRefused` is called, once,
 * when they are refused; the other statements are optional.
 */
export function boundSessions(patienceMs: number, onRefused: (error: unknown) => void): (session: ClientBase) => void {
  const [timeouts, ...optional] = sessionBounds(patienceMs);
  let isTold = false;
  const tellOnce = (error: unknown) => {
    // A lost connection is no refusal, and its session is over.
    if (isTold || !isAnswer(error)) return;
    isTold = true;
    onRefused(error);
  };
  return (session) => {
    session.query(timeouts).catch(tellOnce);
    for (const statement of optional) session.query(statement).catch(() => undefined);
  };
}

/** Whether Postgres, or a pooler in its name, gave this error. */
const isAnswer = (error: unknown): boolean => (error as { severity?: unknown } | null)?.severity !== undefined;
