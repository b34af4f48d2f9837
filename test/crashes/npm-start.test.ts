import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answered, Business } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { NpmStarts } from '../stack/npm-starts.ts';

let starts: NpmStarts;
beforeAll(async () => {
  starts = await NpmStarts.begin();
});
afterAll(() => starts.end());

/** Repeats the request until it gets this status (and code); no answer at all counts as a try too. */
async function untilAnswer(ask: () => Promise<Answered>, status: number, code?: string): Promise<void> {
  const answer = async () => {
    const { status: answered, body } = await ask().catch(() => ({ status: 0, body: null }));
    return [answered, body?.code];
  };
  try {
    await expect.poll(answer, { timeout: 120_000, interval: 50 }).toEqual([status, code]);
  } catch (error) {
    throw new Error(`What npm start said:\n${starts.running?.output() ?? ''}`, { cause: error });
  }
}

test('any part of npm start may be killed with -9: it is started again, Postgres away is 503 meanwhile, and the reminder leaves once', async () => {
  const demo = await starts.startAndWait();
  const business = new Business({ apiUrl: demo.api_url, mailboxUrl: demo.mailbox_url, demo });
  const today = await business.today();
  const one = await CaseFile.open(business, { issuedOn: today });

  const read = () => business.ask('GET', `/invoices/${one.id}`);
  // The requests begin before the kill, because Postgres is away for a second or two only.
  const away = untilAnswer(read, 503, 'not_stored');
  await starts.kill('postgres');
  await away;
  await untilAnswer(read, 200);

  // Temporal is back within the five seconds for which an answer waits for it, so no request may notice.
  await starts.kill('temporal');
  await untilAnswer(
    () => business.ask('PUT', `/invoices/${one.id}/pause`, { reason: 'En vacances', until_on: today }),
    200,
  );

  await starts.kill('worker');
  await starts.kill('mailbox');
  await untilAnswer(() => business.ask('POST', '/demo/clock', { advance_days: 18 }), 200);
  expect((await one.mails()).map(({ subject }) => subject)).toHaveLength(1);

  await starts.kill('api');
  await untilAnswer(() => business.ask('GET', `/invoices/${one.id}`), 200);
  for (const part of ['postgres', 'temporal', 'worker', 'mailbox', 'api']) {
    expect(starts.running?.output()).toContain(`${part} ended unexpectedly (signal SIGKILL)`);
    await expect.poll(() => starts.running?.output(), { timeout: 30_000 }).toContain(`${part} answers again.`);
  }
  starts.running?.signal('SIGINT');
  expect(await starts.running?.ended).toBe(0);
  expect(starts.partsLeft()).toEqual([]);
  // Seven starts and the days between: a slow machine needs its time.
}, 420_000);
