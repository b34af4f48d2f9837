import type { CustomerDraft } from './customers.ts';
import { addDays, dayBefore, type Today } from './days.ts';
import type { DebtorKind } from './demo-types.ts';
import { KEY_ACCOUNT } from './groups.ts';
import { MISSIONS } from './missions.ts';
import type { Chance } from './random.ts';
import { STORIES, type Story } from './stories.ts';
import { needsDueDate, standingOf } from './timetable.ts';

/** An invoice before its facts are made. */
export interface InvoiceDraft {
  number: string;
  story: Story;
  customer: CustomerDraft;
  issuedOn: string;
  dueOn: string;
  /** The days on which its levels were reached, R1 first. */
  levelDays: string[];
  /** The day from which its story goes on: the day of the last level, or the anchor of its ladder. */
  lastOn: string;
  totalCents: number;
  mission: string;
}

const STEP_DAYS = 15;
/** The relative share of invoices for each kind of customer. */
const WEIGHTS: Record<DebtorKind, number> = { consumer: 3, professional: 10, public: 8 };
const FREE_CENTS_COVER = 24_000;

/** The 250 invoices, numbered in the order of their issue. */
export function drawInvoices(customers: readonly CustomerDraft[], today: Today, chance: Chance): InvoiceDraft[] {
  const drafts: InvoiceDraft[] = [];
  for (const story of STORIES) drafts.push(drawInvoice(story, customers, drafts, today, chance));
  const inOrder = [...drafts].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));
  inOrder.forEach((draft, index) => {
    draft.number = `FA-${draft.issuedOn.slice(0, 4)}-${String(1201 + index)}`;
  });
  return drafts;
}

function drawInvoice(
  story: Story,
  customers: readonly CustomerDraft[],
  before: readonly InvoiceDraft[],
  today: Today,
  chance: Chance,
): InvoiceDraft {
  const standing = standingOf(story, today, chance);
  const able = ableTo(story, needsDueDate(standing, today), customers);
  const customer = castFor(story, able, before, chance);
  const { kind } = customer.input;
  const lastOn =
    'turnOn' in standing ? dayBefore(standing.turnOn, STEP_DAYS, today) : workingDayUpTo(standing.lastOn, today);
  const levelDays = levelDaysTo(lastOn, standing.reached, today, chance);
  const [firstOn] = levelDays;
  const anchorOn = firstOn === undefined ? lastOn : addDays(firstOn, -STEP_DAYS - chance.int(0, 6));
  // Consumers pay on receipt, from which « J+15 » counts; the others have payment terms.
  const termDays = kind === 'consumer' ? 0 : kind === 'public' ? 30 : chance.pick([30, 30, 45]);
  const mission = chance.pick(
    MISSIONS.filter(({ of, to }) => of.includes(kind) && (story.kind !== 'covered' || to <= 240)),
  );
  return {
    number: '',
    story,
    customer,
    issuedOn: termDays === 0 ? anchorOn : workingDayUpTo(addDays(anchorOn, -termDays), today),
    dueOn: anchorOn,
    levelDays,
    lastOn,
    totalCents: Math.min(
      chance.int(mission.from, mission.to) * 100 + chance.pick([0, 0, 50, 80]),
      story.kind === 'covered' ? FREE_CENTS_COVER : Infinity,
    ),
    mission: mission.name,
  };
}

function ableTo(story: Story, paysLater: boolean, customers: readonly CustomerDraft[]): CustomerDraft[] {
  // The one overpayment, which covers another invoice of the same customer.
  if (story.kind === 'paid' && story.index === 0) return customers.filter(({ part }) => part === 'covered');
  return customers.filter(({ part, input: { kind, tags } }) => {
    if (!story.parts.includes(part) || !story.kinds.includes(kind) || (paysLater && kind === 'consumer')) return false;
    // Key accounts, which get preventive reminders, get invoices due far ahead, and none dated by its first reminder.
    const isReminded = tags.includes(KEY_ACCOUNT);
    return story.kind === 'far' ? story.index % 2 === 1 || isReminded : !(paysLater && isReminded);
  });
}

/** With few candidates they take turns; otherwise those with fewer invoices are more likely. */
function castFor(
  story: Story,
  able: readonly CustomerDraft[],
  before: readonly InvoiceDraft[],
  chance: Chance,
): CustomerDraft {
  if (able.length <= 4) return able[story.index % able.length] as CustomerDraft;
  const shareOf = (customer: CustomerDraft) => 1 + before.filter((draft) => draft.customer === customer).length;
  return chance.pickWeighted(able, (customer) => WEIGHTS[customer.input.kind] / shareOf(customer));
}

/** Working days up to the given one, each a little more than a ladder's step after the one before. */
function levelDaysTo(lastOn: string, reached: number, today: Today, chance: Chance): string[] {
  const days: string[] = [];
  for (let level = reached, on = lastOn; level > 0; level -= 1) {
    days.unshift(on);
    on = workingDayUpTo(addDays(on, -STEP_DAYS - chance.int(0, 4)), today);
  }
  return days;
}

function workingDayUpTo(on: string, today: Today): string {
  return today.isWorkingDay(on) ? on : workingDayUpTo(addDays(on, -1), today);
}
