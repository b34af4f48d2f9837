import { originOf } from '../../domain/actions/action-origin.ts';
import { isMessage, type MessageChannel } from '../../domain/ladder/step.ts';
import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { type Draft, draftMessage } from '../messages/drawing/draft.ts';
import { listedItems } from '../messages/reserving/listed-items.ts';
import { textToSend } from '../messages/reserving/reserve-action.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { correctedWords } from '../specific-actions/corrected-words.ts';
import { wordsOf } from '../specific-actions/reserve-specific.ts';
import type { ActionRow } from './action-row.ts';
import { isOfCustomer, type OfCustomer } from './of-customer.ts';

type MessageToBe = OfCustomer<ActionRow> & { kind: MessageChannel };

/** True for an open action that becomes a mail, a letter or an SMS, as a step of the ladder or as a specific action. */
export function isMessageToBe(row: ActionRow): row is MessageToBe {
  const isSent = ['step', 'specific_action'].includes(originOf(row));
  return row.state === 'open' && isSent && isMessage(row.kind) && isOfCustomer(row);
}

/** Who would send the message, when, and with which providers. */
export type Sending = Pick<FactContext, 'at' | 'actor' | 'connectors'>;

/** The action's message as it would leave now; null when there is none. An automatic one is signed by nobody. */
export async function draftAsItLeaves(
  db: Database | Transaction,
  row: ActionRow,
  sending: Sending,
): Promise<Draft | null> {
  const actor = row.mode === 'automatic' ? null : sending.actor;
  return draftAction(db, row, { ...sending, actor }, {});
}

/** The action's message if a person sent it now with these edits; null when the action becomes no message. */
export async function draftAction(
  db: Database | Transaction,
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
  const { specific } = row;
  const planned = specific ? wordsOf({ specific }) : {};
  const { words, ...text } = specific
    ? await correctedWords(db, { ...row, specific }, edits)
    : await textToSend(db, { creditorId }, { customerId, kind, templateId }, edits);
  return draftMessage(db, {
    ...about,
    kind,
    letterKind,
    viaPrintProvider,
    level,
    isBesideLadder: specific !== null,
    ...text,
    edits: words,
    plannedTemplateId: templateId,
    planned,
    actor,
    plannedActor: row.mode === 'automatic' ? null : actor,
    at,
  });
}
