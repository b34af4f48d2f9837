import { letterFates, specificActions } from './chosen-facts.ts';
import { contactFacts } from './contact-facts.ts';
import { caseFileOf, creationOf, isRemindedHere, levelsByHand, remindersSent } from './creation-facts.ts';
import { INVOICING, PRODUCT } from './creditor.ts';
import { type CustomerDraft, drawCustomers } from './customers.ts';
import { addDays, type Today } from './days.ts';
import type { DemoCustomer, DemoFact, DemoPortfolio } from './demo-types.ts';
import { drawInvoices, type InvoiceDraft } from './drafts.ts';
import { factsOfStory } from './facts-of-story.ts';
import { DEMO_GROUPS } from './groups.ts';
import { Chance } from './random.ts';
import { DEMO_USERS, SUPERVISOR } from './staff.ts';
import type { StoryKind } from './stories.ts';
import { DEMO_THIRD_PARTIES } from './third-parties.ts';
import { drawTogether } from './together.ts';
import { CUSTOMER_NOTES, CUSTOMER_PAUSES } from './wording.ts';

const SEED = 20_261_122;
const CREDIT_NOTE_CENTS = 30_000;
/** Cases that wait for a person were planned when their time came; the others are planned by their workflows today. */
const PLANNED_BEFORE: readonly StoryKind[] = ['notice', 'released', 'covered', 'due_by_hand', 'exhausted'];
/** Facts after which no case is planned again. */
const PLANS_NOTHING: readonly DemoFact['kind'][] = ['call', 'note', 'task', 'specific_action', 'letter_status'];

/**
 * The demonstration's portfolio: 60 customers, 250 invoices and what happened to them, dated back from today. It is
 * made from one seed, so that it is the same on every machine on the same day.
 */
export function demoPortfolio(today: Today): DemoPortfolio {
  const chance = new Chance(SEED);
  const drafts = drawCustomers(chance);
  const invoices = drawInvoices(drafts, today, chance);
  const [fates, specific] = [letterFates(invoices, today, isRemindedHere), specificActions(invoices, today)];
  const facts = new Map(
    invoices.map((invoice) => {
      const chosen = [...(fates.get(invoice) ?? []), ...(specific.get(invoice) ?? [])];
      return [invoice, [...factsOf(invoice, today, chance), ...chosen]];
    }),
  );
  const inSpecific = new Set([...specific.values()].flat().flatMap((fact) => ('numbers' in fact ? fact.numbers : [])));
  return {
    users: DEMO_USERS,
    thirdParties: DEMO_THIRD_PARTIES,
    groups: DEMO_GROUPS,
    together: drawTogether(facts, today, inSpecific),
    customers: drafts.map((draft) => {
      const own = invoices.filter(({ customer }) => customer === draft);
      return customerOf(draft, own, facts, today);
    }),
  };
}

function factsOf(invoice: InvoiceDraft, today: Today, chance: Chance): DemoFact[] {
  const collector = invoice.customer.collector ?? SUPERVISOR;
  return [
    creationOf(invoice, caseFileOf(invoice, chance), chance),
    ...levelsByHand(invoice),
    ...remindersSent(invoice, today),
    ...factsOfStory(invoice, today, chance),
    ...contactFacts({ draft: invoice, today, chance, collector }),
  ];
}

function customerOf(
  draft: CustomerDraft,
  invoices: readonly InvoiceDraft[],
  factsByInvoice: ReadonlyMap<InvoiceDraft, readonly DemoFact[]>,
  today: Today,
): DemoCustomer {
  const facts = invoices.flatMap((invoice) => [...(factsByInvoice.get(invoice) ?? [])]);
  facts.push(...customerFacts(draft, today));
  facts.sort(byMoment);
  const shared = facts.filter((fact) => fact.kind === 'customer_pause' || isFreeMoney(fact));
  const plans = invoices
    .filter(({ story }) => PLANNED_BEFORE.includes(story.kind))
    .map((invoice): DemoFact => {
      const own = (factsByInvoice.get(invoice) ?? []).filter(({ kind }) => !PLANS_NOTHING.includes(kind));
      const last = [...own, ...shared].sort(byMoment).at(-1)?.at;
      const at = { on: last?.on ?? today.on, minute: (last?.minute ?? 0) + 1 };
      return { kind: 'plan', at, by: PRODUCT, number: invoice.number };
    });
  const collector = draft.isOfGroup ? null : draft.collector;
  return { input: draft.input, collector, facts: [...facts, ...plans].sort(byMoment) };
}

/** Facts of the customer as a whole: notes, a pause, and a credit note that nobody has allocated. */
function customerFacts(draft: CustomerDraft, today: Today): DemoFact[] {
  const noted = CUSTOMER_NOTES.filter(({ tag }) => draft.input.tags.includes(tag)).map(({ text }): DemoFact => {
    const at = { on: addDays(today.on, -20), minute: 11 * 60 + 5 };
    return { kind: 'customer_note', at, by: draft.collector ?? SUPERVISOR, text };
  });
  return [...noted, ...standingFacts(draft, today)];
}

function standingFacts({ part, input }: CustomerDraft, today: Today): DemoFact[] {
  if (part === 'paused') {
    const ends = input.kind === 'professional';
    const reason = CUSTOMER_PAUSES[ends ? 0 : 1] ?? '';
    const until_on = ends ? addDays(today.on, 18) : null;
    return [
      { kind: 'customer_pause', at: { on: addDays(today.on, -5), minute: 640 }, by: SUPERVISOR, reason, until_on },
    ];
  }
  if (part !== 'covered' || input.kind !== 'public') return [];
  const issuedOn = addDays(today.on, -9);
  const number = `AV-${issuedOn.slice(0, 4)}-0107`;
  const note = {
    number,
    customer_reference: input.reference,
    kind: 'credit_note',
    issued_on: issuedOn,
    total_cents: CREDIT_NOTE_CENTS,
    currency: 'EUR',
  } as const;
  return [
    {
      kind: 'invoice',
      at: { on: issuedOn, minute: 700 },
      by: INVOICING,
      input: note,
      byHand: false,
      referrer: null,
      notary: null,
    },
  ];
}

function isFreeMoney(fact: DemoFact): boolean {
  if (fact.kind === 'invoice') return fact.input.kind === 'credit_note';
  return (
    fact.kind === 'payment' &&
    fact.input.amount_cents > fact.input.allocations.reduce((sum, { amount_cents }) => sum + amount_cents, 0)
  );
}

function byMoment(a: DemoFact, b: DemoFact): number {
  if (a.at.on !== b.at.on) return a.at.on < b.at.on ? -1 : 1;
  return a.at.minute - b.at.minute;
}
