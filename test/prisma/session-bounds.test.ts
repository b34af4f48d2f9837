import type { ClientBase } from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { boundSessions } from '../../prisma/session-bounds.ts';

/** A session whose server answers every statement that contains `part` with `error`. */
function sessionThatRefuses(part: string, error: object): ClientBase {
  const query = (statement: string) =>
    statement.includes(part) ? Promise.reject(Object.assign(new Error('refused'), error)) : Promise.resolve();
  return { query } as unknown as ClientBase;
}

const REFUSED = { severity: 'ERROR', code: '08P01' };

async function toldOf(part: string, error: object): Promise<number> {
  const onRefused = vi.fn();
  const bound = boundSessions(30_000, onRefused);
  bound(sessionThatRefuses(part, error));
  bound(sessionThatRefuses(part, error));
  await new Promise(setImmediate);
  return onRefused.mock.calls.length;
}

describe('The bounds of a session that a server refuses', () => {
  it('are told once a process where they are the timeouts, which end what a lost machine leaves behind', async () => {
    expect(await toldOf('lock_timeout', REFUSED)).toBe(1);
  });

  it('are not told where not every system has them, nor where the connection was lost', async () => {
    expect(await toldOf('tcp_keepalives_idle', REFUSED)).toBe(0);
    expect(await toldOf('client_connection_check_interval', REFUSED)).toBe(0);
    expect(await toldOf('lock_timeout', { code: 'ECONNRESET' })).toBe(0);
  });
});
