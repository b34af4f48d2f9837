import type { DebtorKind, Language, TemplateText } from '../../domain/reminder-content.ts';
import { textToColleague } from '../../domain/shipped/dispute-handed-over.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { ColleagueInput } from '../inputs/specific-action.ts';
import { pickText } from '../messages/texts/pick-text.ts';
import { reserveMessage } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { ownTemplateForColleague } from '../messages/texts/own-template.ts';
import { colleagueText } from './colleague-text.ts';
import { findColleague } from './find-colleague.ts';
import type { Qualifying } from './qualifying.ts';
import { toldItems } from './told-items.ts';

/**
 * Reserves the internal mail to a colleague: the items with their statuses, comments and links. Its items are listed
 * for information, so that it records nothing on their cases. Returns the message's id and the address.
 */
export async function writeColleague(
  tx: Transaction,
  context: FactContext,
  { id, customer, items, comment, consoleUrl }: Qualifying,
  colleague: ColleagueInput,
): Promise<{ messageId: string; address: string }> {
  const address = await findColleague(tx, context, colleague);
  const language = colleague.language ?? 'fr';
  const ids = items.map((item) => item.id);
  // In the state that the qualification has given them.
  const told = await toldItems(tx, ids, { language, comment, consoleUrl });
  const isDispute = told.some(({ isDisputed }) => isDisputed);
  const template = await textOf(tx, context, colleague, { language, isDispute, debtorKind: customer.kind });
  const text = colleagueText(template, {
    language,
    sender: context.actor.name,
    comment: colleague.comment ?? null,
    items: told,
  });
  const messageId = await reserveMessage(tx, context, {
    customerId: customer.id,
    language,
    currency: items[0]!.currency,
    kind: 'email',
    letterKind: null,
    level: null,
    origin: 'internal',
    originId: id,
    actionId: null,
    templateId: null,
    actor: context.actor,
    test: customer.test,
    items: items.map((item) => ({
      ...{ invoiceId: item.id, cycle: item.cycle, level: item.level, amountCents: item.balanceCents },
      ...{ stepKey: null, repeat: 0, information: true },
    })),
    edits: { subject: text.subject, bodyHtml: text.bodyHtml, recipients: [address] },
  });
  return { messageId, address };
}

async function textOf(
  tx: Transaction,
  context: FactContext,
  colleague: ColleagueInput,
  reader: { language: Language; isDispute: boolean; debtorKind: DebtorKind },
): Promise<TemplateText> {
  const { language, isDispute, debtorKind } = reader;
  const templateId = colleague.template_id ? await ownTemplateForColleague(tx, context, colleague.template_id) : null;
  const asked = { creditorId: context.creditorId, kind: 'email', language, debtorKind } as const;
  const chosen = templateId && (await pickText(tx, { ...asked, templateId }));
  return chosen || textToColleague(isDispute, language);
}
