import { addDays, type Today, workingDayAhead, workingDayBack } from './days.ts';
import type { DemoFact, LetterFate, SpecificPlan } from './demo-types.ts';
import type { InvoiceDraft } from './drafts.ts';
import { SUPERVISOR } from './staff.ts';
import type { StoryKind } from './stories.ts';

/** What becomes of registered letters, the oldest first, and whether there is a receipt. */
const FATES: readonly (readonly [LetterFate, boolean])[] = [
  ['signed', true],
  ['unclaimed', false],
  ['signed', false],
  ['undeliverable', false],
  ['refused', false],
];

/** What became of some registered letters. `wasSent`: whether the invoice's reminders were sent from here. */
export function letterFates(
  invoices: readonly InvoiceDraft[],
  today: Today,
  wasSent: (draft: InvoiceDraft) => boolean,
): Map<InvoiceDraft, DemoFact[]> {
  const posted = invoices
    .filter((draft) => draft.story.kind === 'exhausted' && draft.levelDays.length === 3 && wasSent(draft))
    .sort((a, b) => (a.lastOn < b.lastOn ? -1 : a.lastOn > b.lastOn ? 1 : 0));
  return new Map(
    FATES.flatMap(([status, receipt], index): [InvoiceDraft, DemoFact[]][] => {
      const draft = posted[index];
      if (!draft) return [];
      const yesterday = addDays(today.on, -1);
      const wished = addDays(draft.lastOn, status === 'unclaimed' ? 16 : 3);
      const at = { on: wished < yesterday ? wished : yesterday, minute: 16 * 60 + 25 };
      const by = draft.customer.collector ?? SUPERVISOR;
      return [[draft, [{ kind: 'letter_status', at, by, number: draft.number, status, receipt }]]];
    }),
  );
}

const BY_HAND: readonly StoryKind[] = ['due_by_hand', 'exhausted', 'coming_by_hand'];

const INSTALMENTS: Omit<SpecificPlan, 'execute_on'> = {
  kind: 'email',
  mode: 'to_confirm',
  title: 'Proposer un règlement en trois fois',
  subject: 'Vos factures\u00a0: #items_amount_selected à régler en trois fois',
  body_html:
    '<p>Bonjour,</p><p>Vous restez nous devoir #items_amount_selected. Nous vous proposons de régler cette somme en trois ' +
    'mensualités\u00a0: un accord par retour de courriel suffit.</p>#items_list_selected',
};
const CALL_FIRST: Omit<SpecificPlan, 'execute_on'> = {
  kind: 'call',
  mode: 'manual',
  title: 'Appeler la direction avant tout autre courrier',
};

/**
 * Two specific actions: a mail about two invoices of one customer, which waits for confirmation in some days, and a
 * call. They are about invoices that a person reminds of anyway.
 */
export function specificActions(invoices: readonly InvoiceDraft[], today: Today): Map<InvoiceDraft, DemoFact[]> {
  const able = invoices.filter(({ story, customer }) => BY_HAND.includes(story.kind) && customer.part === 'ordinary');
  const mates = (draft: InvoiceDraft) => able.filter(({ customer }) => customer === draft.customer);
  const several = able.find((draft) => mates(draft).length > 1);
  const single = able.find(({ customer }) => customer !== several?.customer);
  const at = { on: workingDayBack(today, 1), minute: 16 * 60 + 45 };
  const facts = new Map<InvoiceDraft, DemoFact[]>();
  const plan = (draft: InvoiceDraft | undefined, items: readonly InvoiceDraft[], what: SpecificPlan) => {
    if (!draft) return;
    const numbers = items.map(({ number }) => number);
    const by = draft.customer.collector ?? SUPERVISOR;
    facts.set(draft, [{ kind: 'specific_action', at, by, numbers, plan: what }]);
  };
  plan(several, several ? mates(several).slice(0, 2) : [], { ...INSTALMENTS, execute_on: workingDayAhead(today, 3) });
  plan(single, single ? [single] : [], { ...CALL_FIRST, execute_on: workingDayAhead(today, 1) });
  return facts;
}
