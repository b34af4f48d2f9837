import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { aCustomer, anInvoice, call } from '../client.ts';

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const { groups } = parse(read('ops/prometheus/alerts.yml')) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('ops/grafana/relance.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};
const runbook = read('docs/operations.md');

/** The series that an expression reads: its words that are not functions, keywords or labels. */
function metricsIn(expr: string): string[] {
  const bare = expr
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '');
  const withoutGroups = bare.replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  const words = [...withoutGroups.matchAll(/[a-z_][a-z0-9_]*(?!\s*\(|[a-z0-9_])/g)].map(([name]) => name);
  return words.filter((word) => !['and', 'or', 'unless'].includes(word));
}

/** Every series that is printed, with the names of those that are printed only once something has happened. */
function namesIn(text: string): Set<string> {
  const series = [...text.matchAll(/^([a-z_][a-zA-Z0-9_]*)[{ ]/gm)].map(([, name]) => name!);
  const declared = [...text.matchAll(/^# TYPE (\S+) counter$/gm)].map(([, name]) => name!);
  return new Set([...series, ...declared]);
}

let api = '';
let worker = '';
const workerUrl = () => `http://127.0.0.1:${inject('stack').env['WORKER_METRICS_PORT']}`;
const shown = async (url: string) => (await fetch(`${url}/metrics`)).text();
const customer = aCustomer({ name: 'Société Confidentielle' });
let invoice: { id: string; number: string };

/**
 * Starts three workflows of a type that no worker knows: their tasks fail, like those of a case whose code has changed incompatibly. Four
 * failures among three mean that one has failed again, which saves the ten seconds of several retries of a single one.
 */
async function standStill(): Promise<() => Promise<void>> {
  const connection = await Connection.connect({ address: inject('stack').temporalAddress });
  const { workflow } = new Client({ connection });
  const begin = () =>
    workflow.start('noSuchWorkflow', { taskQueue: 'relance', workflowId: `run/nobody/${randomUUID()}` });
  const handles = await Promise.all([begin(), begin(), begin()]);
  return async () => {
    for (const handle of handles) await handle.terminate();
    await connection.close();
  };
}
let goOn: () => Promise<void>;
afterAll(() => goOn());

// A case exists, and both processes have read it.
beforeAll(async () => {
  goOn = await standStill();
  await call('admin', 'POST', '/customers', customer);
  invoice = (await call('admin', 'POST', '/invoices', anInvoice(customer.reference))).body;
  const isRead = (text: string) => /^relance_cases\{creditor="demo",status="waiting"\} [1-9]/m.test(text);
  const standsStill = () => /^temporal_workflow_task_execution_failed\{.*\} [4-9]/m.test(worker);
  // A request is counted after its answer: the second page is the first one that counts the first.
  const isWhole = () => isRead(api) && isRead(worker) && standsStill() && api.includes('route="/metrics"');
  for (let tries = 0; tries < 60 && !isWhole(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    api = await shown(inject('stack').apiUrl);
    worker = await shown(workerUrl());
  }
});

describe('The alert rules and the dashboard', () => {
  it.each(rules)(
    '$alert reads what is printed, and says what to do',
    ({ alert, expr, annotations, labels, ...rule }) => {
      const printed = namesIn(`${api}\n${worker}`);
      const names = metricsIn(expr).filter((name) => name !== 'up');
      for (const name of names) expect(printed, name).toContain(name);
      expect(rule.for).toMatch(/^\d+[mh]$/);
      expect(['critical', 'warning', 'info']).toContain(labels.severity);
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
      expect(runbook).toMatch(new RegExp(`^### ${alert}\n\n\\S`, 'm'));
    },
  );

  it.each(dashboard.panels)('the panel "$title" reads what is printed', ({ targets }) => {
    const printed = namesIn(`${api}\n${worker}`);
    const names = targets.flatMap(({ expr }) => metricsIn(expr));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(printed, name).toContain(name);
  });

  it('look at the slots of each of a process’s workers apart: one that is full is not hidden by another that is idle', () => {
    const printed = [...worker.matchAll(/^temporal_worker_task_slots_available\{(.*)\} (\d+)/gm)];
    const queues = new Set(printed.map(([, labels]) => /task_queue="([^"]+)"/.exec(labels!)?.[1]));
    expect([...queues].sort()).toEqual([...queues].filter(Boolean).sort());
    expect(queues.size).toBeGreaterThanOrEqual(3);
    // At rest each must have one, or the alert would never end.
    for (const [series, , free] of printed) expect(Number(free), series).toBeGreaterThan(0);
    const read = [...rules, ...dashboard.panels.flatMap(({ targets }) => targets)]
      .map(({ expr }) => expr)
      .filter((expr) => expr.includes('temporal_worker_task_slots_available'));
    expect(read).toHaveLength(2);
    for (const expr of read) expect(expr).toContain('by (task_queue, worker_type)');
  });

  it('wake somebody for a wrong key of any provider, also of those whose line does not stop', () => {
    const wakes = rules.find(({ expr }) => expr.includes('outcome="misconfigured"'));
    expect(wakes).toMatchObject({ alert: 'RelanceProviderMisconfigured', labels: { severity: 'critical' } });
  });

  it('wake somebody for a workflow whose tasks fail again and again, with its queue and why', () => {
    const failed = /^temporal_workflow_task_execution_failed\{(.*)\} (\d+)/m.exec(worker);
    expect(failed?.[1]).toMatch(/failure_reason="\w+".*task_queue="relance"/);
    const { expr, labels } = rules.find(({ alert }) => alert === 'RelanceWorkflowsStandStill')!;
    const [, window, most] = /\[(\w+)\]\)\) > (\d+)$/.exec(expr)!;
    // Temporal's retries end at one every ten minutes: a task that is stuck for an hour has failed more often than this.
    expect([window, Number(most) < 6, Number(failed?.[2]) > Number(most)]).toEqual(['1h', true, true]);
    expect(labels.severity).toBe('critical');
  });

  it('judge the API by what callers are answered: probes, which are many and always well, are not counted', () => {
    const routes = new Set([...api.matchAll(/_count\{.*route="([^"]+)"/g)].map(([, route]) => route!));
    expect([...routes]).toEqual(expect.arrayContaining(['/metrics', '/v1/invoices']));
    const read = [...rules, ...dashboard.panels.flatMap(({ targets }) => targets)].flatMap(({ expr }) => [
      ...expr.matchAll(/relance_http_request_duration_seconds_\w+\{route=~"([^"]+)"|relance_http_\w+/g),
    ]);
    expect(read.length).toBeGreaterThan(4);
    for (const [selector, route] of read) {
      expect(route, selector).toBeDefined();
      const counted = [...routes].filter((one) => new RegExp(`^(?:${route})$`).test(one));
      expect(counted).toContain('/v1/invoices');
      expect(counted.filter((one) => !one.startsWith('/v1/'))).toEqual([]);
    }
  });

  it('wake somebody when there is no process left to ask, of either kind', () => {
    const { expr } = rules.find(({ alert }) => alert === 'RelanceDown')!;
    for (const job of ['relance-api', 'relance-worker']) expect(expr).toContain(` or absent(up{job="${job}"})`);
  });

  it('are held to something: a name that nobody prints is noticed', () => {
    expect(metricsIn('sum by (creditor) (rate(relance_no_such_total{a="b"}[5m])) > 0.2')).toEqual([
      'relance_no_such_total',
    ]);
    expect(namesIn(api)).not.toContain('relance_no_such_total');
    expect(rules.length).toBeGreaterThan(10);
  });
});

describe('What the processes print', () => {
  it('is the state of the business, the same on API and worker, and nothing of a customer', () => {
    for (const text of [api, worker]) {
      expect(text).toMatch(/^relance_cases\{creditor="demo",status="waiting"\} [1-9]/m);
      expect(text).toMatch(/^relance_figures_readable 1$/m);
      for (const personal of ['Confidentielle', customer.reference, invoice.id, invoice.number])
        expect(text).not.toContain(personal);
    }
    expect(worker).toMatch(/^temporal_/m);
  });

  it('a worker names what it takes to be ready', async () => {
    const health = await fetch(`${workerUrl()}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${workerUrl()}/readyz`);
    const well = { ok: true, detail: 'ok' };
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: well, temporal: well, worker: well } },
    ]);
    expect((await fetch(`${workerUrl()}/v1/invoices`)).status).toBe(404);
  });
});
