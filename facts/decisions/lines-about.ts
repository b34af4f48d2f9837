import type { HistoryLine } from '../history.ts';
import type { ActionToSend } from '../messages/reserving/reserve-action.ts';

/**
 * The history lines of a decision about an action: one for each of its invoices, or one for the customer when it has
 * none. A step is named by its level, anything else by its title.
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
