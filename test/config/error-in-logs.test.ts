import { describe, expect, it } from 'vitest';
import { errorInLogs } from '../../config/error-in-logs.ts';
import { Prisma } from '../../prisma/generated/client.ts';

/** An error of Postgres as the driver adapter passes it on. */
function fromPostgres(code: string, cause: Record<string, unknown>): Error {
  const quoted = `Raw query failed. Message: the row (Durand, 12 rue des Lilas)`;
  const meta = { driverAdapterError: { name: 'DriverAdapterError', cause } };
  return new Prisma.PrismaClientKnownRequestError(quoted, { code, clientVersion: '7', meta });
}

describe('What the log says of an error of Postgres', () => {
  it.each([
    [
      'a full disk',
      { kind: 'postgres', code: '53100', originalCode: '53100' },
      { sqlstate: '53100', kind: 'postgres' },
    ],
    ['a lock that took too long', { kind: 'postgres', code: '55P03' }, { sqlstate: '55P03', kind: 'postgres' }],
    ['a deadlock', { kind: 'TransactionWriteConflict', originalCode: '40P01' }, { sqlstate: '40P01' }],
  ])('tells %s from others by its SQLSTATE, and quotes nothing that was stored', (_what, cause, said) => {
    const logged = errorInLogs(fromPostgres('P2010', { ...cause, originalMessage: 'Durand', message: 'Durand' }));
    expect(logged).toMatchObject({ code: 'P2010', ...said });
    expect(JSON.stringify(logged)).not.toContain('Durand');
  });

  it('takes no other text for a code', () => {
    expect(errorInLogs(fromPostgres('P2010', { originalCode: 'Durand Paul' }))).not.toHaveProperty('sqlstate');
    expect(errorInLogs(new Error('x'))).not.toHaveProperty('sqlstate');
  });
});
