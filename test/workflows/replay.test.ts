import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/create-activities.ts';
import * as workflows from '../../workflows/index.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { workflowBundle } from './sandbox.ts';

const HISTORIES = fileURLToPath(new URL('../histories', import.meta.url));

interface Recorded {
  file: string;
  text: string;
}

async function recordedHistories(): Promise<Recorded[]> {
  const files = (await readdir(HISTORIES, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(HISTORIES, file), 'utf8') })));
}

/** Replays histories against the current workflows; returns what went wrong, by file. */
async function replay(recorded: readonly Recorded[]) {
  const histories = recorded.map(({ file, text }) => ({
    workflowId: file,
    history: historyFromJSON(JSON.parse(text)),
  }));
  const outcomes: { file: string; error: string | null }[] = [];
  const options = { workflowBundle: await workflowBundle() };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    outcomes.push({ file: workflowId, error: error?.message ?? null });
  }
  return outcomes;
}

/** The history, as if its code had called another activity. */
function withOtherActivity({ file, text }: Recorded, name: string, otherName: string): Recorded {
  if (!text.includes(`"name":"${name}"`)) throw new Error(`${file} does not call ${name}`);
  return { file, text: text.replaceAll(`"name":"${name}"`, `"name":"${otherName}"`) };
}

const SIGNAL_OR_UPDATE = /"(?:signalName|name)":"(\w+)"/g;

/** Activities that go through the task queue, and those within the workflow task, of which the history has a marker. */
function activitiesIn(text: string): string[] {
  const queued = [...text.matchAll(/"activityType":\{"name":"(\w+)"\}/g)].map(([, name]) => name!);
  const local = payloadsOf(text).flatMap((payload) => /"activity_type":"(\w+)"/.exec(payload)?.[1] ?? []);
  return [...queued, ...local];
}

const payloadsOf = (text: string): string[] =>
  [...text.matchAll(/"data":"([^"]*)"/g)].map((match) => textOf(match[1]!));

const textOf = (payloads: string) => Buffer.from(payloads, 'base64').toString('utf8');

describe('The recorded histories', () => {
  let recorded: Recorded[];

  beforeAll(async () => {
    quietRuntime();
    recorded = await recordedHistories();
  });

  it('of every kind of workflow are there', () => {
    const types = new Set(recorded.map(({ text }) => /"workflowType":\{"name":"(\w+)"\}/.exec(text)?.[1]));
    expect([...types].sort()).toEqual(Object.keys(workflows).sort());
  });

  it('hold every activity, every decision, and what a creditor who is live has besides', () => {
    const called = new Set(recorded.flatMap(({ text }) => activitiesIn(text)));
    expect(Object.keys(createActivities({} as never)).filter((name) => !called.has(name))).toEqual([]);
    const told = new Set(recorded.flatMap(({ text }) => [...text.matchAll(SIGNAL_OR_UPDATE)].map(([, name]) => name)));
    const decisions = ['confirmStep', 'skipStep', 'postponeStep', 'setLevel'];
    expect([...decisions, 'sendingLineMoved', 'outcomeSettled'].filter((name) => !told.has(name))).toEqual([]);
    const answers = recorded.flatMap(({ text }) => payloadsOf(text));
    // A case of several runs: one that continued as new, and the one after it.
    const continued = ['"EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW"', '"continuedExecutionRunId":"'];
    for (const mark of continued) expect(recorded.some(({ text }) => text.includes(mark))).toBe(true);
    // A stopped line makes a message wait.
    expect(answers.some((answer) => answer.includes('"kind":"waits"'))).toBe(true);
  });

  it('are each followed by the workflows as they are now', async () => {
    const outcomes = await replay(recorded);
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    expect(outcomes).toHaveLength(recorded.length);
    expect(outcomes.length).toBeGreaterThanOrEqual(10);
  });

  it('are not followed by workflows that would call another activity: that is noticed, in every kind', async () => {
    const changes = {
      'invoice-r1-r2-paid': 'sendStep',
      'message-sent': 'handOver',
      reconciliation: 'tellUntold',
      import: 'importRecords',
      'message-paced': 'takeTurn',
      'message-unknown-and-found': 'askProvider',
      'invoice-facts-of-operations': 'storeOperationsFact',
      'invoice-that-nobody-knows': 'raiseAttention',
      'specific-action-on-its-day': 'openSpecificAction',
      run: 'takeRun',
      groups: 'recalculateGroups',
    };
    const changed = Object.entries(changes).map(([life, activity]) => {
      const found = recorded.find(({ file }) => basename(file, '.json') === life)!;
      return withOtherActivity(found, activity, 'another');
    });
    for (const { error } of await replay(changed)) expect(error).toMatch(/another/);
  });

  it('hold nobody’s name, address or words', () => {
    for (const { text } of recorded) {
      const payloads = payloadsOf(text);
      const everything = [text, ...payloads].join('\n');
      expect(everything).not.toMatch(/@|node_modules|Montagnier|avocat|téléphone|Charmilles|"identity"/);
      expect(payloads.length).toBeGreaterThan(0);
    }
  });
});
