import type { ActionRow } from '../../facts/actions/action-row.ts';
import { type Draft, draftMessage } from '../../facts/messages/draft.ts';
import { listedItems } from '../../facts/messages/listed-items.ts';
import { forbiddenWording } from '../../facts/messages/render-message.ts';
import type { MessageEdits } from '../../facts/messages/reserve-message.ts';
import type { Database } from '../../prisma/client.ts';

/** An action that becomes a message: a mail or a letter of the ladder that is still open. */
export function isMessageToBe(row: Pick<ActionRow, 'kind' | 'origin' | 'state'>): boolean {
  return row.state === 'open' && row.origin === 'step' && (row.kind === 'email' || row.kind === 'letter');
}

/** The message of an action as it would leave now, with a person's own words; null when there is none to be. */
export async function draftAction(
  db: Database,
  row: ActionRow,
  at: Date,
  edits: MessageEdits = {},
): Promise<Draft | null> {
  const [first] = row.invoices;
  if (!isMessageToBe(row) || !first) return null;
  const { customerId, letterKind, level, templateId, openSteps } = row;
  const invoiceIds = row.invoices.map(({ invoiceId }) => invoiceId);
  const currency = row.currency ?? first.invoice.currency;
  const kind = row.kind === 'letter' ? ('letter' as const) : ('email' as const);
  const unit = openSteps[0]?.invoice.scenarioVersion?.unit;
  const beside = { customerId, currency, kind, letterKind, level: level ?? 0, unit, ownIds: invoiceIds };
  const listed = await listedItems(db, beside, at);
  const informationIds = listed.map(({ invoiceId }) => invoiceId);
  const about = { customerId, invoiceIds, informationIds, currency };
  return draftMessage(db, { ...about, kind, letterKind, level, templateId, edits, at });
}

/** A draft in the words of the contract. */
export function draftBody(draft: Draft, pdfUrl: string) {
  const { text, template, recipients } = draft;
  return {
    subject: text.subject,
    body_html: text.bodyHtml,
    template: { subject: template.subject, body_html: template.bodyHtml },
    recipients,
    pdf_url: pdfUrl,
    warnings: warningsOf(draft),
  };
}

function warningsOf(draft: Draft): string[] {
  const missing = draft.kind === 'email' && draft.recipients.length === 0;
  const address = missing
    ? ['Le client n’a aucune adresse de courriel valable : complétez son contact ou nommez un destinataire.']
    : [];
  return [...address, ...forbiddenWording(draft.texts, draft.content)];
}
