import { v7 as uuidv7 } from 'uuid';
import { goesByPrintProvider } from '../../../domain/messages/connectors.ts';
import type { Channel, LetterKind, MessageOrigin, ThirdPartyRole } from '../../../prisma/generated/client.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { insertRows } from '../../../prisma/insert-rows.ts';
import type { Actor, FactContext } from '../../outcome.ts';
import { asJson } from '../../stored-json.ts';

export interface ReservedItem {
  invoiceId: string;
  cycle: number;
  /** Null when the item is no step of the invoice's ladder. */
  stepKey: string | null;
  level: number;
  repeat: number;
  amountCents: number;
  information?: boolean;
}

export interface Reservation {
  customerId: string;
  language: string;
  currency: string;
  kind: Channel;
  letterKind: LetterKind | null;
  level: number | null;
  origin: MessageOrigin;
  originId: string | null;
  actionId: string | null;
  /** For a statement: the third party it goes to, and in which role. */
  thirdPartyId?: string | null;
  thirdPartyRole?: ThirdPartyRole | null;
  templateId: string | null;
  actor: Actor;
  /** True until the creditor goes live: the local mailbox is the provider. */
  test: boolean;
  items: readonly ReservedItem[];
  edits?: MessageEdits;
}

/** What a person wrote or chose instead of the planned message. */
export interface MessageEdits {
  subject?: string;
  bodyHtml?: string;
  recipients?: string[];
  attachmentIds?: string[];
  overrideReason?: string;
}

/**
 * Reserves a message before anything else happens: from here on each (invoice, cycle, step, repeat) belongs to this
 * message, and the database refuses a second one. The caller starts its workflow after the commit. Returns its id.
 *
 * The versions of the invoices are noted: what changes before the message is drawn is seen then. So the caller raises
 * versions before it reserves, not after.
 */
export async function reserveMessage(tx: Transaction, context: FactContext, reservation: Reservation): Promise<string> {
  const { items, edits = {}, actor, ...columns } = reservation;
  const id = uuidv7();
  const message = {
    ...columns,
    id,
    creditorId: context.creditorId,
    viaPrintProvider: goesByPrintProvider(context.connectors, reservation),
    actor: asJson(actor),
    recipients: [],
    customSubject: edits.subject ?? null,
    customBodyHtml: edits.bodyHtml ?? null,
    customRecipients: edits.recipients ?? [],
    attachmentIds: edits.attachmentIds ?? [],
    overrideReason: edits.overrideReason ?? null,
    reservedAt: context.at,
  };
  const listed = items.map(({ information = false, ...item }) => ({ messageId: id, ...item, information }));
  await insertRows(tx, { messages: [message], message_items: listed });
  await tx.$executeRaw`
    UPDATE message_items t SET version = i.version FROM invoices i WHERE t."messageId" = ${id}::uuid AND i.id = t."invoiceId"`;
  return id;
}
