import { type Today, workingDayBack } from './days.ts';
import type { DemoFact, DemoTogether, Moment } from './demo-types.ts';
import type { InvoiceDraft } from './drafts.ts';
import { COLLECTORS } from './staff.ts';
import type { StoryKind } from './stories.ts';
import { NOTARIES, REFERRERS } from './third-parties.ts';

type FactsOf = ReadonlyMap<InvoiceDraft, readonly DemoFact[]>;

/** Statements of unpaid files: to whom, how many working days ago, and of how many files at most. */
const STATEMENTS = [
  { thirdParty: REFERRERS[0], daysBack: 12, files: 4 },
  { thirdParty: NOTARIES[0], daysBack: 8, files: 3 },
  { thirdParty: REFERRERS[1], daysBack: 6, files: 4 },
  { thirdParty: NOTARIES[1], daysBack: 4, files: 3 },
  { thirdParty: REFERRERS[0], daysBack: 2, files: 6 },
  { thirdParty: NOTARIES[0], daysBack: 1, files: 4 },
] as const;

/** Stories of files that a statement may list: not in dispute, litigation or closed. */
const TOLD: readonly StoryKind[] = [
  ...(['promise', 'pause', 'exhausted', 'notice', 'due_by_hand', 'coming'] as const),
  ...(['coming_notice', 'coming_by_hand'] as const),
];
/** Facts that change what is owed. */
const MOVES_MONEY: readonly DemoFact['kind'][] = ['payment', 'reversal', 'credit', 'dispute'];

const RUN_LEVEL = 2;
const RUN_DAYS_BACK = 1;
const RUN_INVOICES = 5;

/**
 * What people did about invoices of several customers at once, in order. `taken`: the numbers of invoices left out of
 * the run.
 */
export function drawTogether(facts: FactsOf, today: Today, taken: ReadonlySet<string>): DemoTogether[] {
  const statements = STATEMENTS.flatMap(({ thirdParty, daysBack, files }, index): DemoTogether[] => {
    if (!thirdParty) return [];
    const at = { on: workingDayBack(today, daysBack), minute: 17 * 60 + 30 + index };
    const numbers = filesOf(facts, thirdParty.name, at).slice(0, files);
    const by = COLLECTORS[index % COLLECTORS.length] ?? '';
    return numbers.length === 0 ? [] : [{ kind: 'statement', at, by, numbers, thirdParty: thirdParty.name }];
  });
  return [...statements, ...runsOf(facts, today, taken)];
}

/** The third party's files that were unpaid at that moment and owe the same amount now, the oldest first. */
function filesOf(facts: FactsOf, thirdParty: string, moment: Moment): string[] {
  return [...facts]
    .filter(([{ story, dueOn }, happened]) => {
      if (!TOLD.includes(story.kind) || dueOn >= moment.on) return false;
      const created = happened.find((fact) => fact.kind === 'invoice');
      if (!created || created.at.on >= moment.on) return false;
      if (created.referrer !== thirdParty && created.notary !== thirdParty) return false;
      return !happened.some(({ kind, at }) => MOVES_MONEY.includes(kind) && at.on >= moment.on);
    })
    .map(([draft]) => draft)
    .sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))
    .map(({ number }) => number);
}

/** One run of reminders of one level by mail, with one customer without an address if there is one. */
function runsOf(facts: FactsOf, today: Today, taken: ReadonlySet<string>): DemoTogether[] {
  const on = workingDayBack(today, RUN_DAYS_BACK);
  const due = [...facts.keys()].filter((draft) => {
    const { story, levelDays, lastOn } = draft;
    return (
      story.kind === 'due_by_hand' &&
      levelDays.length === RUN_LEVEL - 1 &&
      !taken.has(draft.number) &&
      lastOn < on &&
      story.index % 12 > 1
    );
  });
  const without = due.filter(({ customer }) => customer.part === 'no_email').slice(0, 1);
  const others = due.filter(({ customer }) => customer.part !== 'no_email').slice(0, RUN_INVOICES - without.length);
  const numbers = [...others, ...without].map(({ number }) => number);
  const at = { on, minute: 10 * 60 + 15 };
  return numbers.length === 0 ? [] : [{ kind: 'run', at, by: COLLECTORS[0] ?? '', numbers, level: RUN_LEVEL }];
}
