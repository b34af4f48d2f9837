import { request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { createDatabase, type Database } from '../../../prisma/client.ts';
import { applyMigrations } from '../../../prisma/migrate.ts';
import { refuseLiveCreditors } from '../../../scripts/stack/foreign-database.ts';
import { readStartOptions } from '../../../scripts/start/options.ts';
import { startApi } from '../api/running-api.ts';

const NAME = 'relance_restored_backup';
let url: string;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(async () => {
  await onServer(`drop database if exists ${NAME} with (force)`);
  await onServer(`create database ${NAME}`);
  const address = new URL(inject('databaseUrl'));
  address.pathname = `/${NAME}`;
  url = address.href;
});
afterAll(() => onServer(`drop database if exists ${NAME} with (force)`));

describe('npm start on a database of one’s own', () => {
  let db: Database;
  const liveSince = (creditorId: string) => db.settings.update({ where: { creditorId }, data: { liveAt: new Date() } });

  it('takes an empty one, one with the demonstration in it, live or not, and one whose creditors are not live yet', async () => {
    await refuseLiveCreditors(url);
    await applyMigrations(url);
    await refuseLiveCreditors(url);
    db = createDatabase(url, 1);
    await liveSince((await createCreditor(db, { name: 'Horizon', slug: 'demo' })).id);
    await createCreditor(db, { name: 'Nouvelle', slug: 'nouvelle' });
    await refuseLiveCreditors(url);
  });

  it('refuses one in which somebody is live, by name: its cases are of real debtors', async () => {
    await liveSince((await createCreditor(db, { name: 'Banque', slug: 'banque' })).id);
    await db.$disconnect();
    await expect(refuseLiveCreditors(url)).rejects.toThrow(/live \(banque\).*npm run api/);
  });

  it('leaves it to others to say that none answers', async () => {
    await refuseLiveCreditors('postgresql://nobody@127.0.0.1:1/none');
  });
});

it('npm start says so when others than this machine may reach the demonstration', async () => {
  const notes = async (host: string) => (await readStartOptions({ API_HOST: host, RELANCE_PORTS: 'auto' })).notes;
  expect(await notes('0.0.0.0')).toEqual([expect.stringContaining('without a password')]);
  expect(await notes('127.0.0.1')).toEqual([]);
});

describe('the API with the demonstration’s clock', () => {
  const askedAs = (address: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${address}/v1/session/demo`, { method: 'POST', headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('signs nobody in from a page whose name leads to this machine', async () => {
    const demo = await startApi(undefined, { demoClock: true });
    expect(await askedAs(demo.url, 'evil.example:3000')).toBe(421);
    expect(await askedAs(demo.url, 'localhost:3000')).not.toBe(421);
    await demo.stop();
  });

  it('and without it answers under whatever name a proxy gives it', async () => {
    const real = await startApi();
    expect(await askedAs(real.url, 'relance.bank.example')).toBe(404);
    await real.stop();
  });
});
