import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { post } from './temporary-mailbox.ts';

const children: ChildProcess[] = [];
let dataDir: string;
const ledgerPath = () => join(dataDir, 'mailbox', 'messages.jsonl');

/** The mailbox as its own process, as the stack starts it. */
async function startProcess(settings: Record<string, string> = {}) {
  const env = { ...process.env, MAILBOX_PORT: '0', RELANCE_DATA: dataDir, ...settings };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/mailbox/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => said.push(line));
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { child, url, said };
  }
  if (child.exitCode === null) await once(child, 'exit');
  return { child, url: '', said };
}

/** Large enough that writing it takes some time. */
const fileOf = (key: string) => `%PDF ${key} `.repeat(20_000);

function send(url: string, key: string, text = 'Bonjour') {
  const attachments = [{ filename: 'relance.pdf', content: Buffer.from(fileOf(key)).toString('base64') }];
  const email = { from: 'r@durand.example', to: 'c@client.example', subject: `Relance ${key}`, text, attachments };
  return post(`${url}/emails`, email, { authorization: 'Bearer re_test', 'idempotency-key': key });
}

async function kept(url: string): Promise<{ id: string; idempotency_key: string }[]> {
  const answer = await fetch(`${url}/messages`);
  return ((await answer.json()) as { data: { id: string; idempotency_key: string }[] }).data;
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

test(
  'every mail answered with 200 is there after kill -9, its key is known and its file is whole',
  { timeout: 30_000 },
  async () => {
    const first = await startProcess();
    const answered = new Map<string, string>();
    const sending = Array.from({ length: 40 }, async (_, n) => {
      const answer = await send(first.url, `key-${n}`);
      const { id } = (await answer.json()) as { id: string };
      answered.set(`key-${n}`, id);
      if (answered.size === 15) first.child.kill('SIGKILL');
    });
    await Promise.allSettled(sending);
    expect(answered.size).toBeGreaterThanOrEqual(15);
    const second = await startProcess();
    const mails = await kept(second.url);
    expect(new Set(mails.map((mail) => mail.idempotency_key)).size).toBe(mails.length);
    for (const [key, id] of answered) {
      expect(mails.find((mail) => mail.idempotency_key === key)?.id).toBe(id);
      const file = await (await fetch(`${second.url}/messages/${id}/attachments/0`)).text();
      expect(file === fileOf(key), `${key} kept its file`).toBe(true);
      expect(await (await send(second.url, key)).json()).toEqual({ id });
    }
    expect((await send(second.url, 'key-0', 'Autre')).status).toBe(answered.has('key-0') ? 409 : 200);
  },
);

test('a line that a kill left half written is dropped, and what follows is whole', { timeout: 30_000 }, async () => {
  const first = await startProcess();
  expect((await send(first.url, 'whole')).status).toBe(200);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await appendFile(ledgerPath(), '{"id":"torn","idempotency_key":"torn","to":["c@cli');
  const second = await startProcess();
  expect((await kept(second.url)).map((mail) => mail.idempotency_key)).toEqual(['whole']);
  expect((await send(second.url, 'torn')).status).toBe(200);
  const lines = (await readFile(ledgerPath(), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { idempotency_key: string }).idempotency_key)).toEqual([
    'whole',
    'torn',
  ]);
});

test(
  'a key of more than 24 hours ago opens the way for a new mail, a younger one does not',
  { timeout: 30_000 },
  async () => {
    const first = await startProcess();
    await send(first.url, 'old');
    await send(first.url, 'young');
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const aged = (await readFile(ledgerPath(), 'utf8')).replace(
      /"accepted_at":"[^"]+"/g,
      () => `"accepted_at":"${hoursAgo(25)}"`,
    );
    const [old = '', young = ''] = aged.split('\n');
    await writeFile(
      ledgerPath(),
      `${old}\n${young.replace(/"accepted_at":"[^"]+"/, `"accepted_at":"${hoursAgo(23)}"`)}\n`,
    );
    const second = await startProcess();
    await send(second.url, 'old');
    await send(second.url, 'young');
    expect((await kept(second.url)).map((mail) => mail.idempotency_key)).toEqual(['old', 'young', 'old']);
  },
);

test('wrong settings are listed together, and a taken port is one sentence', { timeout: 30_000 }, async () => {
  const wrong = await startProcess({ MAILBOX_PORT: '99999', MAILBOX_WEBHOOK_SECRET: 'secret', RELANCE_API_URL: 'ici' });
  expect(wrong.child.exitCode).toBe(1);
  expect(
    wrong.said.filter((line) => /^ {2}(MAILBOX_PORT|MAILBOX_WEBHOOK_SECRET|RELANCE_API_URL) must/.test(line)),
  ).toHaveLength(3);
  const running = await startProcess();
  const busy = await startProcess({ MAILBOX_PORT: new URL(running.url).port, RELANCE_DATA: join(dataDir, 'other') });
  expect(busy.child.exitCode).toBe(1);
  expect(busy.said).toEqual([expect.stringContaining('set MAILBOX_PORT to a free one')]);
});
