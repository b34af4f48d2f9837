import { type AttentionCode, type StopCode, stopCode } from '../../domain/case/attention-codes.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { checkReferences } from '../check-references.ts';
import { clearAttentionFor } from '../clear-attention.ts';
import { regroupLocked } from '../groups/regroup.ts';
import { recordHistory } from '../history.ts';
import type { CustomerChange } from '../inputs/customer.ts';
import { dealWithReturns } from '../messages/returns/open-returns.ts';
import { namesOfChanges } from '../named-changes.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { changedFields } from './changed-fields.ts';
import { followScenarios } from './follow-scenario.ts';
import { lockCustomer } from './lock-customer.ts';
import { NOTHING_CORRECTED, replaceContacts } from './replace-contacts.ts';

/** Reasons for attention that a corrected e-mail address or telephone number clears. */
const MENDED_BY_EMAIL: readonly AttentionCode[] = ['hard_bounce', 'complaint', 'no_recipient', 'sending_failed'];
const MENDED_BY_PHONE: readonly AttentionCode[] = ['no_phone', 'sms_failed'];
/** Cleared too by a corrected e-mail address, when an electronic letter has marked one of the customer's contacts. */
const LETTER_BY_EMAIL: AttentionCode = 'undeliverable_letter';
/** Fields shown in the window of a letter's envelope; changing one clears this reason. */
const MENDED_BY_WINDOW: AttentionCode = 'unprintable_address';
const IN_WINDOW = ['name', 'contacts', 'address'] as const;
const MENDED_BY_ADDRESS: readonly AttentionCode[] = ['no_address', 'undeliverable_letter', 'letter_rejected'];

/**
 * The fields, besides the country, that a group's criteria can ask about; what the customer owes and does is checked
 * every night.
 */
const ASKED_BY_GROUPS: readonly string[] = ['kind', 'language', 'tags', 'collector_id'];

/**
 * Changes a customer, and moves the customer to the group that fits now. The workflows of the customer's open invoices
 * are told, because letters, recipients and the scenario may differ. `matches` is called under the lock with the stored
 * version, and throws when the caller had read another one. Returns the id.
 */
export async function changeCustomer(
  db: Database,
  context: FactContext,
  customerId: string,
  input: CustomerChange,
  matches: (version: number) => void,
): Promise<FactOutcome<{ id: string }>> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, context, customerId);
    const contacts = { orderBy: { position: 'asc' } } as const;
    const customer = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, include: { contacts } });
    matches(customer.version);
    const fields = changedFields(customer, input);
    if (fields.length === 0) return { answer: { id: customerId }, tellings: [], replayed: true, handedOver: [] };
    await checkReferences(tx, context.creditorId, { collectorId: input.collector_id, scenarioId: input.scenario_id });
    const corrected = input.contacts ? await replaceContacts(tx, customer, input.contacts) : NOTHING_CORRECTED;
    await tx.customer.update({
      where: { id: customerId },
      data: { ...columns(input, fields), version: { increment: 1 } },
    });
    const names = await namesOf(tx, customer, input);
    await recordHistory(tx, context, [{ customerId, kind: 'changed', data: { fields, ...names } }]);
    const isAsked = fields.some((field) => ASKED_BY_GROUPS.includes(field)) || movesAbroad(customer, input);
    const moved = isAsked ? (await regroupLocked(tx, context, [customerId])).tellings : [];
    if (fields.includes('kind') || fields.includes('scenario_id')) await followScenarios(tx, [customerId]);
    const mended: StopCode[] = [
      ...(corrected.email ? MENDED_BY_EMAIL : []),
      ...(corrected.email && customer.contacts.some(isMarkedByLetter) ? [LETTER_BY_EMAIL] : []),
      ...(corrected.phone ? MENDED_BY_PHONE : []),
      ...(fields.includes('address') ? MENDED_BY_ADDRESS : []),
      ...(IN_WINDOW.some((field) => fields.includes(field)) ? [MENDED_BY_WINDOW] : []),
      ...(corrected.email ? await refusedMails(tx, customerId) : []),
    ];
    await clearMended(tx, context, customerId, mended);
    if (corrected.email) await dealWithReturns(tx, context.at, { customerId, thirdPartyId: null });
    const tellings = fields.some((field) => field !== 'tags') ? await tellOpen(tx, customerId, fields) : moved;
    return { answer: { id: customerId }, tellings, replayed: false, handedOver: [] };
  });
}

/** The names of the customer's own scenario and collector before and after, where the change names them. */
async function namesOf(
  tx: Transaction,
  customer: { scenarioId: string | null; collectorId: string | null },
  { scenario_id: scenarioId, collector_id: collectorId }: CustomerChange,
) {
  const scenario = scenarioId === undefined ? {} : { scenario: { from: customer.scenarioId, to: scenarioId } };
  const collector = collectorId === undefined ? {} : { collector: { from: customer.collectorId, to: collectorId } };
  const [names] = await namesOfChanges(tx, [{ ...scenario, ...collector }]);
  return names;
}

const movesAbroad = ({ country }: { country: string }, { address }: CustomerChange): boolean =>
  (address?.country ?? country) !== country;

const isMarkedByLetter = ({ emailProblem }: { emailProblem: string | null }): boolean =>
  emailProblem === LETTER_BY_EMAIL;

/** Absent fields stay as they are. Naming the group's collector again keeps the collector as the group's. */
function columns(input: CustomerChange, changed: readonly string[]) {
  const { name, kind, language, address, tags, collector_id: collectorId, scenario_id: scenarioId } = input;
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(language === undefined ? {} : { language }),
    ...(tags === undefined ? {} : { tags }),
    ...(collectorId === undefined || !changed.includes('collector_id') ? {} : { collectorId, collectorOfGroup: false }),
    ...(scenarioId === undefined ? {} : { scenarioId }),
    ...(address === undefined
      ? {}
      : {
          addressLines: address.lines,
          postalCode: address.postal_code,
          city: address.city,
          ...(address.country === undefined ? {} : { country: address.country }),
        }),
  };
}

/** A provider's own codes for a mail refused because of its address; a new address does not fix other refusals. */
const REFUSED_ADDRESS = ['validation_error', 'invalid_address', 'http_400', 'http_422'];

/** Which of these codes a provider gave for the customer's mails. */
async function refusedMails(tx: Transaction, customerId: string): Promise<StopCode[]> {
  const where = { customerId, kind: 'email', status: 'failed', handedOverAt: { not: null } } as const;
  const refused = await tx.message.findMany({
    where: { ...where, failureCode: { in: REFUSED_ADDRESS } },
    select: { failureCode: true },
    distinct: ['failureCode'],
  });
  return refused.flatMap(({ failureCode }) => (failureCode === null ? [] : stopCode(failureCode)));
}

async function clearMended(
  tx: Transaction,
  context: FactContext,
  customerId: string,
  codes: StopCode[],
): Promise<void> {
  if (codes.length > 0) await clearAttentionFor(tx, context, { customerId }, codes);
}

async function tellOpen(tx: Transaction, customerId: string, fields: string[]): Promise<Telling[]> {
  const where = { customerId, kind: 'invoice', closedAs: null } as const;
  const open = await tx.invoice.findMany({ where, select: { id: true } });
  await raiseVersion(
    tx,
    open.map(({ id }) => id),
  );
  return open.map(({ id }) => ({ invoiceId: id, signal: 'invoiceChanged', data: { customerFields: fields } }));
}
