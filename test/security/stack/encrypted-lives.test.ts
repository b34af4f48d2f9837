import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSettings } from '../../../config/settings.ts';
import type { LocalStack } from '../../../scripts/stack.ts';
import { startBuiltStack } from '../../stack/built-stack.ts';
import { createDatabase } from '../../../prisma/client.ts';
import { dataConverterOf } from '../../../temporal/codec/data-converter.ts';
import { Business } from '../../e2e/business.ts';
import { eventually } from '../../eventually.ts';
import type { CaseFile } from '../../e2e/case-file.ts';
import { openUnmistakable, PERSONAL, personalWords, workOn } from '../unmistakable.ts';
import { keysOf, payloadsOf, storedExecutions, withBase64Read, withoutKeys } from '../temporal-store.ts';

const keyNamed = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [spring, autumn] = [keyNamed('2026-05'), keyNamed('2026-11')];

let dataDir: string;
let stack: LocalStack;
let business: Business;
let today: string;
/** A case to which all of this happens. */
let one: CaseFile;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  dataDir = await mkdtemp(join(tmpdir(), 'relance-codec-'));
  const env = { TEMPORAL_CODEC_KEYS: spring };
  stack = await startBuiltStack({ dataDir, ports: 'auto', demoData: 'none', env });
  business = new Business(stack);
  today = await business.today();
  one = await openUnmistakable(business, today);
});
afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const workflowId = async () => (await one.dunning()).workflow_id as string;

/** Restarts parts with these keys; the first key encrypts. */
async function withKeys(keys: string, ...parts: ('worker' | 'api')[]): Promise<void> {
  stack.env['TEMPORAL_CODEC_KEYS'] = keys;
  await Promise.all(parts.map((part) => stack.processes[part]!.restart()));
}

const theCase = async () => {
  const id = await workflowId();
  const [stored] = await storedExecutions(stack.temporalAddress, (found) => found === id);
  return stored!;
};

const replayed = async (keys: string) => {
  const id = await workflowId();
  const history = await withoutKeys(stack.temporalAddress, (client) => client.workflow.getHandle(id).fetchHistory());
  const { codecKeys } = parseSettings({ ...stack.env, TEMPORAL_CODEC_KEYS: keys }).temporal;
  const workflowsPath = fileURLToPath(new URL('../../../workflows/index.ts', import.meta.url));
  const options = { workflowsPath, dataConverter: dataConverterOf(codecKeys) };
  await Worker.runReplayHistory(options, history, id);
};

describe('With a key, a life that is lived on a real server', () => {
  it('leaves nothing personal readable in Temporal: histories, summaries, details, its database’s files', async () => {
    await business.advance(20);
    expect((await one.mails()).length).toBe(1);
    today = await business.today();
    await workOn(one, today);
    const stored = await storedExecutions(stack.temporalAddress);
    expect(stored.map((found) => found.workflowId.split('/')[0])).toEqual(
      expect.arrayContaining(['invoice', 'message']),
    );
    const words = [...personalWords(one), '4 321,09', '4321.09', 'balanceCents', 'creditorId'];
    for (const found of stored) {
      expect([found.workflowId, keysOf(payloadsOf(found.events))]).toEqual([found.workflowId, ['2026-05']]);
      const readable = withBase64Read(found.text);
      expect(words.filter((word) => readable.includes(word))).toEqual([]);
    }
    const folder = join(dataDir, 'temporal');
    for (const file of await readdir(folder)) {
      if (!file.startsWith('temporal.db')) continue;
      const bytes = await readFile(join(folder, file));
      expect([file, words.filter((word) => bytes.includes(word))]).toEqual([file, []]);
    }
    // The same search does find what is stored in plain text.
    expect((await readFile(join(folder, 'temporal.db'))).includes(await workflowId())).toBe(true);
  });

  it('shows its details through the codec server alone', async () => {
    const id = await workflowId();
    const asked = { queryType: '__temporal_workflow_metadata' };
    const { queryResult } = await withoutKeys(stack.temporalAddress, (client) =>
      client.workflowService.queryWorkflow({
        namespace: client.options.namespace,
        execution: { workflowId: id },
        query: asked,
      }),
    );
    const payloads = (queryResult?.payloads ?? []).map(({ metadata, data }) => ({
      metadata: Object.fromEntries(
        Object.entries(metadata ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
      ),
      data: Buffer.from(data ?? []).toString('base64'),
    }));
    expect(keysOf(payloads)).toEqual(['2026-05']);
    const uiSettings = (await (await fetch(`${stack.temporalUiUrl}/api/v1/settings`)).json()) as {
      Codec: { Endpoint: string };
    };
    const answer = await fetch(`${uiSettings.Codec.Endpoint}/decode`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Namespace': 'default', Origin: stack.temporalUiUrl },
      body: JSON.stringify({ payloads }),
    });
    expect(withBase64Read(await answer.text())).toContain('**Statut**');
  });

  it('goes on when the key is rotated: the new one encrypts, the old one is still read, and so is the schedule', async () => {
    await withKeys(`${autumn},${spring}`, 'worker', 'api');
    await one.do('PUT', '/litigation', { reason: PERSONAL.litigation });
    expect(await one.dunningOnce(({ status }) => status === 'held')).toMatchObject({ status: 'held' });
    await one.do('DELETE', '/litigation');
    await one.next();
    expect(keysOf(payloadsOf((await theCase()).events))).toEqual(['2026-05', '2026-11']);
    await replayed(`${autumn},${spring}`);
    const schedule = await withoutKeys(stack.temporalAddress, (client) =>
      client.workflowService.describeSchedule({ namespace: 'default', scheduleId: 'reconciliation/demo' }),
    );
    expect(keysOf(payloadsOf(JSON.parse(JSON.stringify(schedule.schedule))))).toEqual(['2026-11']);
  });

  it('waits when its old key was removed: the worker names it, nothing fails, and it goes on once the key is back', async () => {
    await withKeys(autumn, 'worker');
    await one.pay(200, today);
    const log = () => readFile(join(dataDir, 'logs', 'worker.log'), 'utf8');
    const said = await eventually(log, (text) => text.includes('missing_codec_key'));
    expect(said).toMatch(
      /"message":"This is encrypted with the key \\"2026-05\\", which TEMPORAL_CODEC_KEYS does not hold/,
    );
    const { status } = await withoutKeys(stack.temporalAddress, async (client) =>
      client.workflow.getHandle(await workflowId()).describe(),
    );
    expect(status.name).toBe('RUNNING');
    await expect(replayed(autumn)).rejects.toThrow();

    await withKeys(`${autumn},${spring}`, 'worker');
    await one.do('PUT', '/pause', { reason: PERSONAL.pause });
    expect((await one.dunningOnce(({ status: word }) => word === 'held')).status).toBe('held');
    await one.do('DELETE', '/pause');
  });

  it('takes what operations type without a key: a plain signal is a fact, a plain start is the case', async () => {
    const id = await workflowId();
    const { balance_cents: before } = await one.shown();
    await withoutKeys(stack.temporalAddress, (client) =>
      client.workflow.getHandle(id).signal('paymentReceived', { data: { amountCents: 300 } }),
    );
    const after = await eventually(
      () => one.shown(),
      ({ balance_cents: cents }) => cents !== before,
    );
    expect(after.balance_cents).toBe(before - 300);
    const db = createDatabase(stack.databaseUrl, 1);
    const { creditorId } = await db.invoice.findUniqueOrThrow({ where: { id: one.id } });
    await db.$disconnect();
    await withoutKeys(stack.temporalAddress, async (client) => {
      await client.workflow.getHandle(id).terminate('by operations');
      const args = [{ creditorId, invoiceId: one.id }];
      await client.workflow.start('invoice', { workflowId: id, taskQueue: 'relance', args });
      const state = () =>
        client.workflow
          .getHandle(id)
          .query('status')
          .then(() => '', String);
      expect(await eventually(state, (said) => said.includes('binary/encrypted'))).toContain('binary/encrypted');
    });
    const payloads = payloadsOf((await theCase()).events);
    expect(keysOf(payloads)).toEqual(['2026-11', 'plain']);
  });

  it('ends as any other: paid, and nothing failed on the way', async () => {
    const { balance_cents: rest } = await one.shown();
    await one.pay(rest, today);
    expect((await one.shown()).status ?? (await one.dunning()).status).toBe('paid');
    const stored = await storedExecutions(stack.temporalAddress);
    const failures = stored.filter(({ text }) => text.includes('EVENT_TYPE_WORKFLOW_EXECUTION_FAILED'));
    expect(failures.map(({ workflowId: failed }) => failed)).toEqual([]);
  });
});
