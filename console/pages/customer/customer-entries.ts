import type { paths } from '../../api/schema.ts';

type History = paths['/v1/customers/{id}/history']['get'];
export type HistoryEntry = History['responses']['200']['content']['application/json']['data'][number];
export type HistoryKind = HistoryEntry['kind'];

/** Everything that happened at one instant: a call about three items is three entries in the history, shown once. */
export interface Instant extends HistoryEntry {
  invoices: { id: string; number: string }[];
}

export function inInstants(entries: readonly HistoryEntry[]): Instant[] {
  const told: Instant[] = [];
  for (const entry of entries) {
    const last = told.at(-1);
    const isSame = last && last.at === entry.at && last.kind === entry.kind && last.text === entry.text;
    const invoices = entry.invoice ? [entry.invoice] : [];
    if (isSame) last.invoices.push(...invoices);
    else told.push({ ...entry, invoices });
  }
  return told;
}
