import { type Connectors, goesByPrintProvider, isElectronicLetter } from '../../../domain/messages/connectors.ts';
import { mobileNumber } from '../../../domain/sms/mobile-number.ts';
import { sanitizeBody } from '../../../domain/rich-text/sanitize-body.ts';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { holdFiles } from '../../../prisma/lock.ts';
import type { LetterKind } from '../../../prisma/generated/client.ts';
import { type Fault, FactRefused, invalid } from '../../refused.ts';
import type { MessageEdits } from '../reserving/reserve-message.ts';

/** What a person wrote or chose, as the request sent it. */
export interface OwnWords {
  subject?: string | undefined;
  body_html?: string | undefined;
  recipients?: string[] | undefined;
  recipient_contact_ids?: string[] | undefined;
  attachments?: string[] | undefined;
}

/** How the message travels, which decides who it can go to and whether files can go with it. */
export interface Way {
  kind: string;
  letterKind: LetterKind | null;
  connectors: Connectors | undefined;
}

const MAIL: Way = { kind: 'email', letterKind: null, connectors: undefined };

/**
 * A person's own text, recipients and files for one message to a customer, in stored form: the body sanitised, contacts
 * as their current addresses. Refuses unknown tags, contacts and files, each with a pointer, and what this channel
 * cannot carry, because it would be archived as sent.
 */
export async function acceptOwnWords(
  db: Database | Transaction,
  customerId: string,
  words: OwnWords,
  way: Way = MAIL,
): Promise<MessageEdits> {
  checkTags(words);
  refuseStrayAddresses(words, way);
  if (way.kind !== 'email' && words.attachments?.length)
    throw invalid('not_an_email', '/attachments', 'Files go with a mail.', 'Leave it out.');
  const { subject, body_html: body, recipients = [], recipient_contact_ids: contactIds = [], attachments = [] } = words;
  const bodyHtml = body === undefined ? undefined : sanitizeBody(body).bodyHtml;
  if (bodyHtml === '') throw invalid('empty_body', '/body_html', 'Nothing of this text may be sent.', 'Write a text.');
  const addresses = [...recipients, ...(await addressesOf(db, customerId, contactIds, way.kind))];
  const attachmentIds = await ownFiles(db, attachments);
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(bodyHtml === undefined ? {} : { bodyHtml }),
    ...(addresses.length === 0 ? {} : { recipients: [...new Set(addresses)] }),
    ...(attachmentIds.length === 0 ? {} : { attachmentIds }),
  };
}

/**
 * Refuses mail addresses for an SMS, which goes to a number, and for a letter on paper, which goes to the postal
 * address.
 */
function refuseStrayAddresses({ recipients = [], recipient_contact_ids: contactIds = [] }: OwnWords, way: Way): void {
  if (way.kind === 'sms' && recipients.length > 0) {
    const fix = 'Name a contact in recipient_contact_ids.';
    throw invalid('not_an_email', '/recipients', 'An SMS goes to a number.', fix);
  }
  if (way.kind !== 'letter' || recipients.length + contactIds.length === 0) return;
  if (goesByPrintProvider(way.connectors, way) && isElectronicLetter(way.letterKind)) return;
  const pointer = recipients.length > 0 ? '/recipients' : '/recipient_contact_ids';
  throw invalid('not_an_email', pointer, 'A letter goes to the address of the customer.', 'Leave it out.');
}

function checkTags({ subject = '', body_html: bodyHtml = '' }: OwnWords): void {
  const faults = checkTemplate({ subject, bodyHtml }).unknownTags.map(({ tag, at }) => ({
    pointer: at === 'subject' ? '/subject' : '/body_html',
    detail: `There is no tag ${tag}.`,
    fix: 'Take one of GET /v1/tags, or write the word without its #.',
  }));
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_tag', faults[0]!.detail, faults);
}

async function addressesOf(
  db: Database | Transaction,
  customerId: string,
  contactIds: readonly string[],
  channel: string,
): Promise<string[]> {
  const contacts = await db.contact.findMany({ where: { customerId, id: { in: [...contactIds] } } });
  const faults: Fault[] = [];
  const addresses = contactIds.flatMap((id, index) => {
    const contact = contacts.find((one) => one.id === id);
    const address = channel === 'sms' ? mobileNumber(contact?.phone ?? null) : contact?.email;
    if (address) return [address];
    const detail = contact
      ? `This contact has no ${channel === 'sms' ? 'mobile number' : 'e-mail address'}.`
      : 'The customer has no such contact.';
    faults.push({
      pointer: `/recipient_contact_ids/${index}`,
      detail,
      fix: 'Take a contact of the customer that has one.',
    });
    return [];
  });
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_contact', faults[0]!.detail, faults);
  return addresses;
}

/** Refuses a file that does not exist, or that was erased with the only customer it had gone to. */
async function ownFiles(db: Database | Transaction, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const faults = (await goneFiles(db, wanted)).map((id) => ({
    pointer: `/attachments/${ids.indexOf(id)}`,
    detail: 'There is no such file.',
    fix: 'Send the file with POST /v1/attachments and give the id of its answer.',
  }));
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_attachment', faults[0]!.detail, faults);
  return wanted;
}

/** Those of these files that do not exist or were erased; the others cannot be erased until the transaction ends. */
export async function goneFiles(db: Database | Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  await holdFiles(db, ids);
  const there = await db.attachment.findMany({ where: { id: { in: [...ids] }, erasedAt: null }, select: { id: true } });
  return ids.filter((id) => !there.some((file) => file.id === id));
}
