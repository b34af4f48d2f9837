import type { DebtorKind, Language, TemplateText } from '../../domain/reminder-content.ts';
import { textToColleague } from '../../domain/shipped/dispute-handed-over.ts';
import { heldWord } from '../../domain/wording/held-note.ts';
import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import { readLastComments } from '../customers/last-comments.ts';
import type { ColleagueInput } from '../inputs/specific-action.ts';
import { pickText } from '../messages/pick-text.ts';
import { reserveMessage } from '../messages/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { ownTemplate } from '../messages/own-template.ts';
import type { TakenItem } from '../specific-actions/take-items.ts';
import { colleagueText } from './colleague-text.ts';
import { findColleague } from './find-colleague.ts';
import type { Qualifying } from './qualifying.ts';

/**
 * Reserves the internal mail to a colleague: the items with their statuses and comments, and links to them. Its items are listed
 * for information: for their cases it is no message, and records nothing. Answers its id and the address.
 */
export async function writeColleague(
  tx: Transaction,
  context: FactContext,
  { id, customer, items, comment, consoleUrl }: Qualifying,
  colleague: ColleagueInput,
): Promise<{ messageId: string; address: string }> {
  const address = await findColleague(tx, context, colleague);
  const language = colleague.language ?? 'fr';
  const held = await readHolds(tx, items);
  const comments = await readLastComments(
    tx,
    items.map((item) => item.id),
  );
  const isDispute = held.some(({ holds }) => holds.some(({ kind }) => kind === 'dispute'));
  const template = await textOf(tx, context, colleague, { language, isDispute, debtorKind: customer.kind });
  const text = colleagueText(template, {
    language,
    sender: context.actor.name,
    comment: colleague.comment ?? null,
    items: held.map(({ id: invoiceId, number, balanceCents, currency, holds }) => ({
      ...{ number, balanceCents, currency },
      statuses: holds.map(({ kind, reason }) => statusOf(kind, reason, language)),
      comment: comment ?? comments.get(invoiceId) ?? null,
      // The page of the case in the console.
      url: `${consoleUrl}/dossiers/${invoiceId}`,
    })),
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
    test: customer.isTest,
    items: items.map((item) => ({
      ...{ invoiceId: item.id, cycle: item.cycle, level: item.level, amountCents: item.balanceCents },
      ...{ stepKey: null, repeat: 0, information: true },
    })),
    edits: { subject: text.subject, bodyHtml: text.bodyHtml, recipients: [address] },
  });
  return { messageId, address };
}

/** As the qualification has left them. */
async function readHolds(tx: Transaction, items: readonly TakenItem[]) {
  const rows = await tx.invoice.findMany({
    where: { id: { in: items.map((item) => item.id) } },
    include: { holds: HOLDS_IN_FORCE },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  return rows.map((row) => ({ ...row, holds: row.holds.filter((hold) => hold.kind !== 'specific_action') }));
}

function statusOf(kind: Parameters<typeof heldWord>[0], reason: string, language: Language): string {
  const word = heldWord(kind, language);
  return kind === 'promise' || reason === '' ? word : `${word} (${reason})`;
}

async function textOf(
  tx: Transaction,
  context: FactContext,
  colleague: ColleagueInput,
  reader: { language: Language; isDispute: boolean; debtorKind: DebtorKind },
): Promise<TemplateText> {
  const { language, isDispute, debtorKind } = reader;
  const templateId = colleague.template_id ? await ownTemplate(tx, context, colleague.template_id) : null;
  const asked = { creditorId: context.creditorId, kind: 'email', language, debtorKind } as const;
  const chosen = templateId && (await pickText(tx, { ...asked, templateId }));
  return chosen || textToColleague(isDispute, language);
}
