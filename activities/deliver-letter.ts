import { attentionLine } from '../domain/format/postal-address.ts';
import type { TryOutcome } from '../domain/messages/tries.ts';
import type { Language } from '../domain/reminder-content.ts';
import { labelsOf } from '../domain/wording/labels.ts';
import { settingsOf } from '../facts/business-calendar.ts';
import { namedContact } from '../facts/messages/addressing/named-contact.ts';
import { ELECTRONIC_REGISTERED } from '../facts/messages/addressing/obstacle.ts';
import { WITHOUT_LOGO } from '../facts/settings-without-logo.ts';
import { statementAddressee } from '../facts/third-parties/addressee.ts';
import { limited } from '../providers/limited.ts';
import type { OutgoingLetter, PostalAddress } from '../providers/print/port.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { printProviderOf } from './provider-of.ts';
import { readForTry, Unreadable } from './read-for-try.ts';

/**
 * One try to hand a letter to the print provider, under the message's id. The try is over at `untilMs` (as of
 * `Date.now()`): nothing is submitted later. The price is stored as soon as the provider names it.
 */
export async function deliverLetter(
  deps: ActivityDeps,
  messageId: string,
  { signal, untilMs }: { signal: AbortSignal; untilMs: number },
): Promise<TryOutcome> {
  const message = await readForTry(deps, messageId, () => readLetter(deps, messageId));
  const provider = printProviderOf(deps, message);
  if (!provider) return { kind: 'misconfigured', code: 'no_print_connector', detail: 'PRINT_PROVIDER is not set' };
  // Letters were switched off after this one was reserved: it waits, as it does when the provider is gone.
  if (!settingsOf(message.customer.creditor).printEnabled)
    return { kind: 'misconfigured', code: 'no_print_connector', detail: 'print_enabled is false in the settings' };
  const letter = await outgoing(deps, message);
  const leftMs = untilMs - Date.now();
  if (leftMs <= 0) throw new Unreadable('the message could not be read in the time of a try');
  const outcome = await limited(leftMs, signal, (limit) => provider.submit(letter, limit));
  if (outcome.kind !== 'accepted') return outcome;
  const { reference, postageCents } = outcome;
  if (postageCents !== null) await keepPrice(deps, messageId, postageCents);
  return { kind: 'accepted', reference };
}

/**
 * An accepted letter stays accepted even when its price cannot be stored: following the letter asks the provider for
 * the price again.
 */
async function keepPrice({ db, log }: ActivityDeps, messageId: string, postageCents: number): Promise<void> {
  try {
    await db.message.updateMany({ where: { id: messageId }, data: { postageCents } });
  } catch (err) {
    log.warn({ err, messageId }, 'the price of an accepted letter could not be kept');
  }
}

function readLetter(deps: ActivityDeps, id: string) {
  return deps.db.message.findUniqueOrThrow({
    where: { id },
    include: {
      content: true,
      customer: {
        include: {
          contacts: { orderBy: { position: 'asc' } },
          creditor: { include: { settings: WITHOUT_LOGO } },
        },
      },
    },
  });
}

async function outgoing(deps: ActivityDeps, message: Awaited<ReturnType<typeof readLetter>>): Promise<OutgoingLetter> {
  const { content, customer, id: reference } = message;
  const { settings } = customer.creditor;
  if (!content?.pdf || !settings) throw new Error(`message ${reference} was not rendered`);
  const sender: PostalAddress = {
    name: settings.companyName,
    isCompany: true,
    lines: settings.addressLines,
    postalCode: settings.postalCode,
    city: settings.city,
    country: settings.country,
    email: settings.companyEmail,
  };
  const { recipient, consents } = await readForTry(deps, message.id, async () => ({
    recipient: message.origin === 'statement' ? await thirdParty(deps, message) : debtor(message),
    consents: await deps.db.consent.count({ where: { customerId: customer.id, kind: ELECTRONIC_REGISTERED } }),
  }));
  return {
    reference,
    kind: message.letterKind ?? 'simple',
    pdf: content.pdf,
    sender,
    recipient,
    consent: customer.kind !== 'consumer' || consents > 0,
    // Shown to the recipient of an electronic letter before they accept it: it names the sender and says nothing of the
    // debt.
    title: `Courrier de ${settings.companyName}`,
    isRetry: message.tries > 1,
    isUnsure: message.unknownSinceAt !== null,
  };
}

function debtor({ customer, recipients, language }: Awaited<ReturnType<typeof readLetter>>): PostalAddress {
  const { name, contacts } = customer;
  const { attention } = labelsOf(language as Language);
  return {
    name,
    isCompany: customer.kind !== 'consumer',
    attention: attentionLine({ name, contactName: namedContact(contacts)?.name ?? null }, attention),
    lines: customer.addressLines,
    postalCode: customer.postalCode,
    city: customer.city,
    country: customer.country,
    email: recipients[0] ?? null,
  };
}

/**
 * The addressee of a statement, which lists unpaid invoices of debtors and goes to a third party. The message belongs
 * to one of these debtors only because it needs that customer's lock.
 */
async function thirdParty(
  { db }: ActivityDeps,
  message: Awaited<ReturnType<typeof readLetter>>,
): Promise<PostalAddress> {
  const { name, addressLines, postalCode, city, country } = (await statementAddressee(db, message)).party;
  return {
    ...{ name, isCompany: true, lines: addressLines, country, email: null },
    ...{ postalCode: postalCode ?? '', city: city ?? '' },
  };
}
