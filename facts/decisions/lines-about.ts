import type { HistoryLine } from '../history.ts';
import type { ActionToSend } from '../messages/reserve-action.ts';

/**
 * What a person decided about an action, for the history of each of its invoices, or of the customer where it has none. A step is
 * named by its level; what is no step, by its title.
 */
export function linesAbout(
  action: ActionToSend,
  invoiceIds: readonly string[],
  kind: 'skipped' | 'postponed',
  said: { reason: string; untilOn?: string },
): HistoryLine[] {
  const { customerId, kind: channel, openSteps } = action;
  if (openSteps.length > 0)
    return openSteps.map((step) => ({
      customerId,
      invoiceId: step.invoiceId,
      kind,
      data: { level: step.level, channel: step.kind, ...said },
    }));
  const data = { channel, title: action.title ?? undefined, ...said };
  const about = invoiceIds.length > 0 ? invoiceIds : [null];
  return about.map((invoiceId) => ({ customerId, invoiceId, kind, data }));
}
