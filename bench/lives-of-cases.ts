import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../prisma/client.ts';
import { fastForward } from '../temporal/fast-forward.ts';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { BARE_QUEUE, type BareLife, paidSignal } from './bare/messages.ts';
import type { BareWorker } from './bare/start-bare-worker.ts';
import type { BenchStack } from './bench-stack.ts';
import { invoiceOf, paymentOf } from './samples.ts';

export const REMINDERS = 3;
const DELAY_DAYS = 15;
const LOOK_EVERY_MS = 25;

/** One life, from its start to its payment, seen from outside. */
export interface Life {
  workflowId: string;
  /** Resolves once the case has planned again: the instant of its next timer, or null at the end of its ladder. */
  nextPlan(): Promise<string | null>;
  pay(): Promise<unknown>;
}

/** Stores a scenario of three automatic mails, 15 days apart; returns its id. */
export async function storeScenario({ call }: BenchStack): Promise<string> {
  const templates = (await call('GET', '/templates?limit=200')).data as { id: string; level: number }[];
  const steps = Array.from({ length: REMINDERS }, (_, index) => ({
    key: `r${index + 1}`,
    level: Math.min(index + 1, 2),
    kind: 'email',
    anchor: index === 0 ? 'issued_on' : 'previous_step',
    delay_days: DELAY_DAYS,
    mode: 'automatic',
    template_id: templates.find(({ level }) => level === Math.min(index + 1, 2))?.id,
  }));
  return (await call('POST', '/scenarios', { name: 'Trois courriels', unit: 'invoice', steps })).id as string;
}

/** Starts one of our lives through the API; its plans are read from Postgres. */
export async function startOurs(
  bench: BenchStack,
  plans: PlanWatch,
  scenarioId: string,
  reference: string,
): Promise<Life> {
  const invoice = invoiceOf(reference, { scenario_id: scenarioId });
  const { id } = (await bench.call('POST', '/invoices', invoice)) as { id: string };
  return {
    workflowId: invoiceWorkflowId('demo', id),
    nextPlan: () => plans.next(id),
    pay: () => bench.call('POST', '/payments', paymentOf(invoice.number)),
  };
}

/** Starts one bare life; its plans come from the bare worker. */
export async function startBare({ client, bare }: BenchStack, type: string): Promise<Life> {
  const workflowId = `bare/${randomUUID()}`;
  const life: BareLife = { reminders: REMINDERS, delayMs: DELAY_DAYS * 86_400_000 };
  const handle = await client.workflow.start(type, { workflowId, taskQueue: BARE_QUEUE, args: [life] });
  return { workflowId, nextPlan: () => bare.nextPlan(workflowId), pay: () => handle.signal(paidSignal) };
}

/** Starts one life of the least real work through its server, which stores it first; its plans come from its worker. */
export async function startLeast(least: BareWorker, serverUrl: string): Promise<Life> {
  const life: BareLife = { reminders: REMINDERS, delayMs: DELAY_DAYS * 86_400_000 };
  const post = async (path: string, body: string) => {
    const answer = await fetch(`${serverUrl}${path}`, { method: 'POST', body });
    return (await answer.json()) as { id: string };
  };
  const { id: workflowId } = await post('/lives', JSON.stringify(life));
  return { workflowId, nextPlan: () => least.nextPlan(workflowId), pay: () => post('/payments', workflowId) };
}

/** Runs a life to its end: travels in time to each timer, then pays, then waits until the workflow has ended. */
export async function liveToTheEnd({ client }: BenchStack, life: Life): Promise<void> {
  for (;;) {
    const dueAt = await life.nextPlan();
    if (dueAt === null) break;
    const { namespace } = client.options;
    await fastForward(client.connection as never, namespace, life.workflowId, Date.parse(dueAt), randomUUID());
  }
  await life.pay();
  await client.workflow.getHandle(life.workflowId).result();
}

/** Reads the plans of all cases that are waited for, with one query at a time, so that polling costs little. */
export class PlanWatch {
  private readonly db: Database;
  private readonly seen = new Map<string, string>();
  private readonly waiting = new Map<string, (dueAt: string | null) => void>();
  private isLooking = false;

  constructor(db: Database) {
    this.db = db;
  }

  /** Resolves with the invoice's next plan that was not returned before. */
  next(invoiceId: string): Promise<string | null> {
    const answer = new Promise<string | null>((resolve) => this.waiting.set(invoiceId, resolve));
    if (!this.isLooking) void this.look();
    return answer;
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    while (this.waiting.size > 0) {
      // By hand, since it is asked forty times a second and runs beside our lives only.
      const rows = await this.db.$queryRaw<{ id: string; isExhausted: boolean; dueAt: Date | null }[]>`
        SELECT i.id, i."exhaustedAt" IS NOT NULL AS "isExhausted", o."dueAt"
        FROM invoices i LEFT JOIN open_steps o ON o."invoiceId" = i.id AND o."messageId" IS NULL
        WHERE i.id = ANY (${[...this.waiting.keys()]}::uuid[]) AND i.version <= i."plannedVersion"`;
      for (const { id, isExhausted, dueAt } of rows) {
        const isNew = dueAt !== null && dueAt.toISOString() !== this.seen.get(id);
        if (isNew) this.seen.set(id, dueAt.toISOString());
        if (isNew || isExhausted) this.answer(id, isNew ? dueAt.toISOString() : null);
      }
      await pause(LOOK_EVERY_MS);
    }
    this.isLooking = false;
  }

  private answer(id: string, dueAt: string | null): void {
    const reader = this.waiting.get(id);
    this.waiting.delete(id);
    reader?.(dueAt);
  }
}
