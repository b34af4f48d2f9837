import pTimeout from 'p-timeout';
import { Gauge, type Registry } from 'prom-client';
import { OPEN_STATUSES } from '../domain/case/status.ts';
import { OPEN_STATES } from '../domain/messages/open-states.ts';
import type { Database } from '../prisma/client.ts';
import { type Figure, readFigures } from './figures.ts';

const LAST_DAY_STATES = [...OPEN_STATES, 'sent', 'delivered', 'bounced', 'complained', 'failed', 'cancelled'];

/** The metric of each figure. `labels` are shown as zeros before anything has happened. */
const METRICS = [
  { figure: 'cases', name: 'relance_cases', help: 'Open cases by status', label: 'status', labels: OPEN_STATUSES },
  {
    figure: 'overdue',
    name: 'relance_oldest_overdue_step_seconds',
    help: 'How long the oldest automatic step that has come has not left',
  },
  {
    figure: 'open_messages',
    name: 'relance_open_messages',
    help: 'Messages whose outcome is open, by status',
    label: 'status',
    labels: OPEN_STATES,
  },
  {
    figure: 'last_day',
    name: 'relance_messages_last_day',
    help: 'Messages begun in the last 24 hours, by what has become of them',
    label: 'status',
    labels: LAST_DAY_STATES,
  },
  {
    figure: 'waiting_for_line',
    name: 'relance_messages_waiting_for_sender',
    help: 'Messages that wait for a stopped sending line',
  },
  {
    figure: 'waiting_message',
    name: 'relance_oldest_waiting_message_seconds',
    help: 'How long the oldest message has waited that could leave: not for a person, a stopped line or a later try',
  },
  {
    figure: 'reconciliation',
    name: 'relance_reconciliation_age_seconds',
    help: 'Seconds since the reconciliation last came to its end: it runs every minute',
  },
  { figure: 'untold', name: 'relance_untold_invoices', help: 'Invoices whose workflow has not been told everything' },
  { figure: 'imports', name: 'relance_imports_running', help: 'Imports under way' },
  {
    figure: 'line',
    name: 'relance_sender_stopped',
    help: '1 while nothing leaves by this provider: a wrong setting, or a quota used up',
    label: 'provider',
    labels: ['mailbox', 'resend'],
  },
] as const;

const FRESH_MS = 10_000;
const PATIENCE_MS = 3_000;

/**
 * The state of the business as gauges, read from Postgres and kept for ten seconds. API and workers show the same. While
 * Postgres does not answer there are no gauges, and `relance_figures_readable` is 0.
 */
export function createGauges(registry: Registry, db: Database, now: () => Promise<Date>) {
  const gauges = METRICS.map((metric) => {
    const { name, help } = metric;
    const labelNames = ['creditor', ...('label' in metric ? [metric.label] : [])];
    return { metric, gauge: new Gauge({ name, help, labelNames, registers: [registry] }) };
  });
  const readable = new Gauge({
    name: 'relance_figures_readable',
    help: '1 when Postgres answered for the figures of the business',
    registers: [registry],
  });
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;

  const show = (figures: readonly Figure[]) => {
    const creditors = figures.filter(({ figure }) => figure === 'creditor').map(({ creditor }) => creditor);
    for (const { metric, gauge } of gauges) {
      gauge.reset();
      const label = 'label' in metric ? metric.label : null;
      const known = 'labels' in metric ? metric.labels : [''];
      const labelled = (creditor: string, value: string) => ({ creditor, ...(label ? { [label]: value } : {}) });
      for (const creditor of creditors) for (const value of known) gauge.set(labelled(creditor, value), 0);
      for (const { figure, creditor, label: value, value: count } of figures)
        if (figure === metric.figure) gauge.set(labelled(creditor, value), count);
    }
  };
  const read = async () => {
    try {
      show(
        await pTimeout(
          now().then((at) => readFigures(db, at, PATIENCE_MS)),
          { milliseconds: PATIENCE_MS },
        ),
      );
      readable.set(1);
    } catch {
      for (const { gauge } of gauges) gauge.reset();
      readable.set(0);
    }
    readAt = performance.now();
    reading = null;
  };
  /** Has to be awaited before the registry is printed. */
  const refresh = async () => {
    if (performance.now() - readAt > FRESH_MS) await (reading ??= read());
  };
  return { refresh };
}
