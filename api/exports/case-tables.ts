import type { CaseFile } from '../../facts/exports/litigation-case.ts';
import { historyText, storedEntry } from '../../domain/case/history-text.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { callWord, disputeWord, evidenceWord, moneyWord, promiseWord } from './french-codes.ts';
import { type Table, tableOf } from './table-text.ts';

const day = (column: Date | null | undefined): string | null => (column ? fromDateColumn(column) : null);
const instant = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** Payments and credit notes, reversed ones included. */
export function paymentsTable({ allocations }: CaseFile): Table {
  const headings = {
    source: 'Nature',
    external_id: 'Référence',
    paid_on: 'Date',
    amount_cents: 'Montant',
    method: 'Moyen',
    allocated_at: 'Affecté le',
    reversed_at: 'Rejeté ou repris le',
    reason: 'Motif du rejet',
  };
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
  return tableOf(headings, rows, { source: moneyWord });
}

export function promisesTable({ holds }: CaseFile): Table {
  const headings = {
    made_at: 'Faite le',
    amount_cents: 'Montant',
    promised_on: 'Promis pour le',
    comment: 'Commentaire',
    outcome: 'Suite',
    ended_at: 'Close le',
    evidence: 'Preuve',
    evidence_received_on: 'Preuve reçue le',
  };
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
  return tableOf(headings, rows, { outcome: promiseWord, evidence: evidenceWord });
}

export function disputesTable({ holds }: CaseFile): Table {
  const headings = {
    opened_at: 'Ouvert le',
    reason: 'Motif',
    comment: 'Commentaire',
    disputed_cents: 'Montant contesté',
    outcome: 'Suite',
    ended_at: 'Clos le',
  };
  const disputes = holds.filter(({ kind }) => kind === 'dispute');
  const rows = disputes.map((hold) => ({
    opened_at: instant(hold.sinceAt),
    reason: hold.reason,
    comment: hold.comment,
    disputed_cents: hold.amountCents,
    outcome: hold.outcome ?? 'open',
    ended_at: instant(hold.endedAt),
  }));
  return tableOf(headings, rows, { outcome: disputeWord });
}

export function callsTable({ history }: CaseFile): Table {
  const headings = { called_at: 'Appel du', by: 'Par', outcome: 'Issue', comment: 'Commentaire' };
  const rows = history.flatMap(({ at, actorName, ...row }) => {
    const entry = storedEntry(row);
    if (entry.kind !== 'call') return [];
    const { outcome, comment } = entry.data;
    return [{ called_at: instant(at), by: actorName, outcome: outcome ?? null, comment: comment ?? null }];
  });
  return tableOf(headings, rows, { outcome: callWord });
}

/** The history as a table, with sentences in `language`. */
export function historyTable({ history }: CaseFile, language: Language): Table {
  const rows = history.map(({ at, actorName, ...row }) => {
    const { kind, data } = storedEntry(row);
    return { at: instant(at), kind, by: actorName, text: historyText(kind, data, language) };
  });
  // The kind is left out in French: the sentence tells it.
  return tableOf({ at: 'Le', kind: null, by: 'Par', text: 'Ce qui s’est passé' }, rows);
}
