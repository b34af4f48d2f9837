import type { CaseFile } from '../../facts/exports/litigation-case.ts';
import { historyText, type HistoryData, type HistoryKind } from '../../domain/case/history-text.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { csvOf } from './claim-row.ts';

const day = (column: Date | null | undefined): string | null => (column ? fromDateColumn(column) : null);
const instant = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** What was paid or credited, reversed or not. */
export function paymentsCsv({ allocations }: CaseFile): string {
  const columns = [
    'source',
    'external_id',
    'paid_on',
    'amount_cents',
    'method',
    'allocated_at',
    'reversed_at',
    'reason',
  ];
  const rows = allocations.map(({ payment, creditNote, amountCents, allocatedAt, reversedAt }) => ({
    source: payment ? 'payment' : 'credit_note',
    external_id: payment?.externalId ?? creditNote?.number ?? null,
    paid_on: day(payment?.paidOn ?? creditNote?.issuedOn),
    amount_cents: amountCents,
    method: payment?.method ?? null,
    allocated_at: instant(allocatedAt),
    reversed_at: instant(reversedAt),
    reason: payment?.reversalReason ?? null,
  }));
  return csvOf(columns, rows);
}

export function promisesCsv({ holds }: CaseFile): string {
  const columns = [
    ...['made_at', 'amount_cents', 'promised_on', 'comment', 'outcome', 'ended_at'],
    ...['evidence', 'evidence_received_on'],
  ];
  const promises = holds.filter(({ kind }) => kind === 'promise');
  const rows = promises.map((hold) => ({
    made_at: instant(hold.sinceAt),
    amount_cents: hold.amountCents,
    promised_on: day(hold.untilOn),
    comment: hold.comment,
    outcome: hold.outcome ?? 'open',
    ended_at: instant(hold.endedAt),
    evidence: hold.evidenceKind,
    evidence_received_on: day(hold.evidenceOn),
  }));
  return csvOf(columns, rows);
}

export function disputesCsv({ holds }: CaseFile): string {
  const columns = ['opened_at', 'reason', 'comment', 'disputed_cents', 'outcome', 'ended_at'];
  const disputes = holds.filter(({ kind }) => kind === 'dispute');
  const rows = disputes.map((hold) => ({
    opened_at: instant(hold.sinceAt),
    reason: hold.reason,
    comment: hold.comment,
    disputed_cents: hold.amountCents,
    outcome: hold.outcome ?? 'open',
    ended_at: instant(hold.endedAt),
  }));
  return csvOf(columns, rows);
}

export function callsCsv({ history }: CaseFile): string {
  const columns = ['called_at', 'by', 'outcome', 'comment'];
  const calls = history.filter(({ kind }) => kind === 'call');
  const rows = calls.map(({ at, actorName, data }) => {
    const { outcome, comment } = data as HistoryData;
    return { called_at: instant(at), by: actorName, outcome: outcome ?? null, comment: comment ?? null };
  });
  return csvOf(columns, rows);
}

export function historyCsv({ history }: CaseFile): string {
  const rows = history.map(({ at, kind, actorName, data }) => ({
    at: instant(at),
    kind,
    by: actorName,
    text: historyText(kind as HistoryKind, data as HistoryData, 'fr'),
  }));
  return csvOf(['at', 'kind', 'by', 'text'], rows);
}
