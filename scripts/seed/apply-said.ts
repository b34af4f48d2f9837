import { recordCallOfInvoice } from '../../facts/calls/record-call.ts';
import { recordNote } from '../../facts/calls/record-note.ts';
import { qualificationInput, specificActionInput } from '../../facts/inputs/specific-action.ts';
import { taskInput } from '../../facts/inputs/task.ts';
import { keepProof } from '../../facts/messages/letters/keep-proof.ts';
import { tellLetter } from '../../facts/messages/letters/tell-letter.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { qualify } from '../../facts/qualifications/qualify.ts';
import { settleProviderEvent } from '../../facts/settle-provider-event.ts';
import { createSpecific } from '../../facts/specific-actions/create-specific.ts';
import { addTask } from '../../facts/tasks/add-task.ts';
import { renderCaseSummary } from '../../letters/case-summary.ts';
import type { Database } from '../../prisma/client.ts';
import type { DemoFact } from '../../prisma/demo-data/demo-types.ts';
import type { KnownIds } from './apply-fact.ts';
import { contextAt, instantOf, type SeedNames } from './seed-names.ts';

/** Calls, notes, tasks, qualifications, specific actions, and reports of the post or the mailbox. */
type SaidFact = Extract<
  DemoFact,
  { kind: 'call' | 'note' | 'customer_note' | 'task' | 'qualified' | 'specific_action' | 'letter_status' | 'mail_back' }
>;

/** Stores the fact at its own instant, as the API would have. */
export async function applySaid(db: Database, names: SeedNames, known: KnownIds, fact: SaidFact): Promise<void> {
  const context = contextAt(names, fact.at, fact.by);
  const { customerId: customer_id } = known;
  const idOf = (number: string): string => known.invoices.get(number) ?? '';
  switch (fact.kind) {
    case 'call': {
      const { outcome, comment } = fact;
      await recordCallOfInvoice(db, context, idOf(fact.number), { outcome, comment });
      return;
    }
    case 'note':
    case 'customer_note': {
      const invoice_ids = fact.kind === 'note' ? [idOf(fact.number)] : [];
      await recordNote(db, context, { customer_id, invoice_ids, text: fact.text });
      return;
    }
    case 'task': {
      const about = { invoice_id: idOf(fact.number) };
      const alert_at = instantOf(fact.alert, names.timeZone).toISOString();
      const assignee_id = fact.assignee === null ? null : (names.users.get(fact.assignee) ?? null);
      await addTask(db, context, taskInput.parse({ title: fact.title, alert_at, assignee_id, ...about }));
      return;
    }
    case 'qualified': {
      const { said, comment } = fact;
      const input = qualificationInput.parse({ invoice_ids: [idOf(fact.number)], comment, ...said });
      // The demonstration writes to no colleague, so no link to the console is needed.
      await qualify(db, context, input, { requestKey: null, consoleUrl: '' });
      return;
    }
    case 'specific_action': {
      const input = specificActionInput.parse({ customer_id, invoice_ids: fact.numbers.map(idOf), ...fact.plan });
      await createSpecific(db, context, input, null);
      return;
    }
    case 'letter_status':
      return tellOfLetter(db, context, idOf(fact.number), fact);
    case 'mail_back':
      return tellOfMail(db, context, idOf(fact.number), fact);
  }
}

/**
 * Reports that the newest registered letter about the invoice was signed for or came back, with a scanned receipt where
 * there is one.
 */
async function tellOfLetter(
  db: Database,
  context: FactContext,
  invoiceId: string,
  { status, at, number, receipt }: SaidFact & { kind: 'letter_status' },
): Promise<void> {
  const messageId = await newestAbout(db, context, invoiceId, 'letter');
  await tellLetter(db, context, messageId, { status, on: at.on });
  if (!receipt) return;
  const bytes = await renderCaseSummary({
    title: 'Avis de réception',
    subtitle: 'Exemplaire de démonstration, sans valeur',
    author: context.actor.name,
    createdOn: at.on,
    language: 'fr',
    sections: [{ title: 'Lettre recommandée', rows: [{ label: 'Facture', text: number }], none: '' }],
    page: (page, pages) => `${String(page)} / ${String(pages)}`,
  });
  const filename = `avis-de-reception-${number}.pdf`;
  await keepProof(db, context, messageId, { kind: 'receipt', filename, contentType: 'application/pdf', bytes });
}

/** Reports a mail's return as the mailbox would: the message, its contact and the case follow. */
async function tellOfMail(
  db: Database,
  context: FactContext,
  invoiceId: string,
  { news }: SaidFact & { kind: 'mail_back' },
): Promise<void> {
  const messageId = await newestAbout(db, context, invoiceId, 'email');
  const bounceType = news === 'bounced' ? 'hard' : null;
  const told = { event: news, bounceType, providerReference: messageId, messageTag: messageId, detail: '' } as const;
  await settleProviderEvent(db, context.at, told, ['mailbox']);
}

async function newestAbout(
  db: Database,
  { creditorId }: FactContext,
  invoiceId: string,
  kind: 'email' | 'letter',
): Promise<string> {
  const { id } = await db.message.findFirstOrThrow({
    where: { creditorId, kind, items: { some: { invoiceId } } },
    select: { id: true },
    orderBy: { reservedAt: 'desc' },
  });
  return id;
}
