import pg from 'pg';
import { DEMO_CREDITOR } from '../../facts/demo/demo-creditor.ts';
import { StackError } from './stack-error.ts';

/**
 * Refuses a database in which a creditor other than the demonstration's is live: `npm start` would add keys of its own,
 * migrate it and move its clock, although its cases concern real debtors. A database that does not answer is not refused
 * here; its next user reports it.
 */
export async function refuseLiveCreditors(databaseUrl: string): Promise<void> {
  const live = await liveCreditors(databaseUrl).catch(() => []);
  if (live.length > 0)
    throw new StackError(
      `The database of DATABASE_URL is of creditors that are live (${live.join(', ')}): npm start is the demonstration, with keys, ` +
        'a sign-in without a password and a clock that is moved. Start npm run api and npm run worker on it, or name another database.',
    );
}

/** The slugs of live creditors, without the demonstration's. Also works on a database of an older release. */
async function liveCreditors(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ slug: string }>(
      `select c.slug from creditors c join settings s on s."creditorId" = c.id
       where s."liveAt" is not null and c.slug <> $1 order by c.slug limit 5`,
      [DEMO_CREDITOR],
    );
    return rows.map(({ slug }) => slug);
  } finally {
    await client.end().catch(() => undefined);
  }
}
