import { INVOICING } from './creditor.ts';
import { addDays, type Today } from './days.ts';
import type { DemoFact, InvoiceInput } from './demo-types.ts';
import type { InvoiceDraft } from './drafts.ts';
import { PREVENTIVE_DAYS } from './groups.ts';
import { INVOICE_STATUSES, REPORT_STATUSES } from './missions.ts';
import type { Chance } from './random.ts';
import { COLLECTORS } from './staff.ts';
import type { StoryKind } from './stories.ts';
import { NOTARIES, REFERRERS } from './third-parties.ts';
import { BY_HAND } from './wording.ts';

const SITE = 'https://espace-client.horizon-diagnostics.example';
const EVENING = 18 * 60 + 5;

interface CaseFile {
  file: NonNullable<InvoiceInput['case_file']>;
  referrer: string | null;
  notary: string | null;
}

/**
 * The case file of an invoice. 70 % of consumers have a referrer and half have a notary; 15 % of organisations have a
 * referrer.
 */
export function caseFileOf({ number, mission, customer, story }: InvoiceDraft, chance: Chance): CaseFile {
  const [of100, isPrivate] = [chance.int(1, 100), customer.input.kind === 'consumer'];
  const file = {
    reference: `DOS-${number.slice(3)}`,
    mission,
    report_status: chance.pick(REPORT_STATUSES),
    invoice_status: story.kind === 'cancelled' ? 'ANNULEE' : chance.pick(INVOICE_STATUSES),
  };
  return {
    file,
    referrer: of100 <= (isPrivate ? 70 : 15) ? chance.pick(REFERRERS).name : null,
    notary: isPrivate && of100 % 2 === 0 ? chance.pick(NOTARIES).name : null,
  };
}

/**
 * How the invoice came in: on its day of issue or, when its level was reached in the earlier software, on the evening
 * of that level's day. Invoices followed by hand came on their day of issue, and people set their levels.
 */
export function creationOf(draft: InvoiceDraft, { file, referrer, notary }: CaseFile, chance: Chance): DemoFact {
  const { number, issuedOn, dueOn, lastOn, levelDays, totalCents, customer, story } = draft;
  const takenOver = levelDays.length > 0 && !story.byHand && !isRemindedHere(draft);
  const input: InvoiceInput = {
    number,
    customer_reference: customer.input.reference,
    kind: 'invoice',
    issued_on: issuedOn,
    due_on: dueOn,
    total_cents: totalCents,
    currency: 'EUR',
    case_file: file,
    invoice_url: `${SITE}/factures/${number}.pdf`,
    payment_url: `${SITE}/payer/${number}`,
    ...(takenOver ? { initial_level: levelDays.length, initial_level_on: lastOn } : {}),
  };
  const at = takenOver
    ? { on: lastOn, minute: EVENING + chance.int(0, 40) }
    : { on: issuedOn, minute: chance.int(480, 520) };
  return { kind: 'invoice', at, by: INVOICING, input, byHand: story.byHand, referrer, notary };
}

const OVER: readonly StoryKind[] = ['paid', 'cancelled', 'written_off'];

/**
 * True when the invoice's reminders were sent from here: R1 and R2 by mail, R3 as a registered letter. Not for
 * customers without an e-mail address, nor for closed cases: their reminders left in the earlier software, or a person
 * set their levels.
 */
export function isRemindedHere({ levelDays, customer, story }: InvoiceDraft): boolean {
  const isOpen = !OVER.includes(story.kind);
  return isOpen && levelDays.length > 0 && customer.part !== 'no_email';
}

/**
 * The reminders sent before today, each on the morning of its level's day; for a key account's invoice not due yet, the
 * preventive one.
 */
export function remindersSent(draft: InvoiceDraft, today: Today): DemoFact[] {
  const { number, levelDays, customer, dueOn, story } = draft;
  const by = customer.collector ?? COLLECTORS[0] ?? '';
  const minute = 9 * 60 + (Number(number.slice(-2)) % 45);
  if (story.kind === 'far' && customer.isOfGroup) {
    let on = addDays(dueOn, -PREVENTIVE_DAYS);
    while (!today.isWorkingDay(on)) on = addDays(on, 1);
    return on < today.on ? [{ kind: 'reminder', at: { on, minute }, by, number, level: 0 }] : [];
  }
  if (!isRemindedHere(draft)) return [];
  return levelDays.map((on, index) => ({ kind: 'reminder', at: { on, minute }, by, number, level: index + 1 }));
}

/** The levels that a person set, for reminders made by hand. */
export function levelsByHand(draft: InvoiceDraft): DemoFact[] {
  const { number, levelDays, customer, story } = draft;
  if (!story.byHand || isRemindedHere(draft)) return [];
  return levelDays.map((on, index) => ({
    kind: 'level_set',
    at: { on, minute: 16 * 60 + 10 + index },
    by: customer.collector ?? COLLECTORS[0] ?? '',
    number,
    level: index + 1,
    reason: BY_HAND[index % BY_HAND.length] ?? '',
  }));
}
