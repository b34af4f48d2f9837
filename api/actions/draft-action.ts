import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import { SPECIFIC_ACTION } from '../../domain/actions/specific-action.ts';
import { isMessage } from '../../domain/ladder/step.ts';
import { formalNoticeAdvice } from '../../domain/wording/formal-notice.ts';
import type { ActionRow } from '../../facts/actions/action-row.ts';
import { isOfCustomer, type OfCustomer } from '../../facts/actions/of-customer.ts';
import { checkDraft, type Draft, draftMessage } from '../../facts/messages/draft.ts';
import { listedItems } from '../../facts/messages/listed-items.ts';
import { forbiddenWording } from '../../facts/messages/render-message.ts';
import type { MessageEdits } from '../../facts/messages/reserve-message.ts';
import { wordsOf } from '../../facts/specific-actions/reserve-specific.ts';
import type { FactContext } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';

/** An action that becomes a message: a mail, a letter or an SMS, of the ladder or a specific one, that is still open. */
function isMessageToBe(row: ActionRow): row is MessageToBe {
  const isSent = row.origin === 'step' || row.origin === SPECIFIC_ACTION;
  return row.state === 'open' && isSent && isMessage(row.kind) && isOfCustomer(row);
}

type MessageToBe = OfCustomer<ActionRow> & { kind: 'email' | 'letter' | 'sms' };

/** Who would send it, when, and by what. */
type Sending = Pick<FactContext, 'at' | 'actor' | 'connectors'>;

/** The message of an action as it would leave now; null when there is none to be. What leaves by itself is in nobody's name. */
export async function draftAsItLeaves(db: Database, row: ActionRow, sending: Sending): Promise<Draft | null> {
  const actor = row.mode === 'automatic' ? null : sending.actor;
  return draftAction(db, row, { ...sending, actor }, {});
}

/** The message of an action if somebody sent it now with his own words; null when there is none to be. */
export async function draftAction(
  db: Database,
  row: ActionRow,
  { at, actor, connectors }: Pick<Sending, 'at' | 'connectors'> & { actor: Sending['actor'] | null },
  edits: MessageEdits,
): Promise<Draft | null> {
  const [first] = row.invoices;
  if (!isMessageToBe(row) || !first) return null;
  const { creditorId, customerId, kind, letterKind, level, templateId, openSteps } = row;
  const invoiceIds = row.invoices.map(({ invoiceId }) => invoiceId);
  const currency = row.currency ?? first.invoice.currency;
  const viaPrintProvider = goesByPrintProvider(connectors, row);
  const unit = openSteps[0]?.invoice.scenarioVersion?.unit;
  const beside = {
    customerId,
    currency,
    kind,
    letterKind,
    viaPrintProvider,
    level: level ?? 0,
    unit,
    ownIds: invoiceIds,
  };
  const listed = await listedItems(db, beside, at);
  const informationIds = listed.map(({ invoiceId }) => invoiceId);
  const levels = new Map(openSteps.map((step) => [step.invoiceId, step.level]));
  const about = { creditorId, customerId, invoiceIds, informationIds, currency, levels };
  const words = row.specific ? { ...wordsOf({ specific: row.specific }), ...edits } : edits;
  return draftMessage(db, { ...about, kind, letterKind, viaPrintProvider, level, templateId, edits: words, actor, at });
}

/**
 * Refuses to confirm what could not leave as it stands: no address, no text, forbidden words. Only what is still to be confirmed
 * is judged by its text: of the rest the workflow says what is wrong.
 */
export async function checkPrepared(
  db: Database,
  row: ActionRow,
  sending: Sending,
  edits: MessageEdits,
): Promise<void> {
  if (!isMessageToBe(row) || row.messageId !== null || row.invoices.length === 0) return;
  checkDraft(await draftAction(db, row, sending, edits));
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
    ? ['Le client n’a aucune adresse électronique valable\u00a0: complétez son contact ou nommez un destinataire.']
    : [];
  const obstacle = draft.obstacle ? [`Ne peut pas partir\u00a0: ${draft.obstacle.detail}`] : [];
  const { kind, texts, content } = draft;
  const notice = kind === 'letter' ? formalNoticeAdvice(texts.letter, content.level, content.today) : [];
  return [...address, ...obstacle, ...forbiddenWording(texts, content), ...notice];
}
