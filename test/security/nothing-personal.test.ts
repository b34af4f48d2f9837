import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { storedExecutions, type StoredExecution, withBase64Read } from './temporal-store.ts';
import { openUnmistakable, PERSONAL, personalWords, workOn } from './unmistakable.ts';

let one: CaseFile;
let words: string[];
let stored: StoredExecution[];

/** Everything that can be done about the debt is done, and much of it goes wrong. */
beforeAll(async () => {
  const { apiUrl, temporalAddress } = inject('stack');
  const business = new Business(inject('stack'));
  const today = await business.today();
  one = await openUnmistakable(business, '2026-03-02');
  words = personalWords(one);
  await workOn(one, today);
  const remind = { mode: 'email', subject: PERSONAL.comment, override_reason: PERSONAL.comment };
  const isSettled = async (status: string) =>
    eventually(
      () => one.messages(),
      (messages) => messages.some((message: { status: string }) => message.status === status),
    );
  await business.failNext(one.email, '422', 1);
  await one.do('POST', '/reminders', remind);
  await isSettled('failed');
  await one.do('POST', '/reminders', remind);
  await isSettled('sent');
  const [mail] = await one.mails();
  await business.providerSays(mail!, 'email.bounced');
  // Refused and unreadable requests are logged too, and the database refuses duplicates.
  const customer = { reference: one.customer.reference, name: PERSONAL.name };
  await business.ask('POST', '/customers', { ...customer, kind: PERSONAL.name });
  await business.ask('POST', '/invoices', { number: one.number, customer_reference: PERSONAL.name });
  await business.ask('GET', `/customers?q=${encodeURIComponent(PERSONAL.name)}&unknown=${one.email}`);
  await business.ask('GET', `/payments/${encodeURIComponent(PERSONAL.name)}`);
  await business.ask('POST', '/imports?kind=customers', `reference;name\n;${PERSONAL.name}\n`);
  await fetch(`${apiUrl}/v1/${encodeURIComponent(PERSONAL.name)}?q=${one.email}`, {
    headers: { 'User-Agent': one.email },
  });
  await fetch(`${apiUrl}/v1/customers`, {
    method: 'POST',
    body: `{"name":"${PERSONAL.name}`,
    headers: { Authorization: one.email },
  });
  const twins = { ...customer, kind: 'consumer', language: 'fr', contacts: [] };
  const address = { lines: [PERSONAL.street], postal_code: '69004', city: 'Lyon', country: 'FR' };
  const twin = { ...twins, address, reference: `${one.customer.reference}-Quincampoix` };
  await Promise.all([1, 2, 3, 4].map(() => business.ask('POST', '/customers', twin)));
  words.push(twin.reference);
  stored = await storedExecutions(temporalAddress);
}, 120_000);

const found = (text: string) => words.filter((word) => text.includes(word));

describe('Nothing personal', () => {
  it('is in the logs of any process', async () => {
    const folder = join(inject('stack').env['RELANCE_DATA'] ?? '', 'logs');
    const files = await readdir(folder);
    expect(files).toEqual(
      expect.arrayContaining(['api.log', 'worker.log', 'mailbox.log', 'postgres.log', 'temporal.log']),
    );
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      expect([file, found(text)]).toEqual([file, []]);
    }
    // The log has what happened, by routes and statuses.
    expect(await readFile(join(folder, 'api.log'), 'utf8')).toContain('"route":"/v1/invoices/{id}/reminders"');
  });

  it('is in workflow ids and search attributes', () => {
    expect(stored.length).toBeGreaterThan(2);
    for (const { workflowId, events } of stored) {
      expect(workflowId).toMatch(
        /^(invoice|message|import|run)\/[a-z0-9-]+\/[0-9a-f-]{36}$|^reconciliation\/[a-z0-9-]+/,
      );
      const attributes = events.flatMap((event) => attributesOf(event));
      expect(found(withBase64Read(JSON.stringify(attributes)))).toEqual([]);
    }
  });

  it('but the invoice’s number, in the summary for operations, is in the histories, with a key or without', () => {
    for (const { workflowId, text } of stored) {
      const readable = withBase64Read(text).replaceAll(one.number, '');
      expect([workflowId, words.filter((word) => word !== one.number && readable.includes(word))]).toEqual([
        workflowId,
        [],
      ]);
    }
  });

  it('is in what anybody may read without a key', async () => {
    const { apiUrl } = inject('stack');
    for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json', '/']) {
      expect([path, found(await (await fetch(apiUrl + path)).text())]).toEqual([path, []]);
    }
  });
});

function attributesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'searchAttributes' ? [inner] : attributesOf(inner),
  );
}
