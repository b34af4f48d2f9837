import { cancelledFacts, paidFacts, writtenOffFacts } from './closed-stories.ts';
import { addDays, type Today } from './days.ts';
import type { DemoFact } from './demo-types.ts';
import type { InvoiceDraft } from './drafts.ts';
import { disputeFacts, litigationFacts, pauseFacts, promiseFacts } from './held-stories.ts';
import type { Setting } from './moments.ts';
import { brokenPromise, creditedAfterDispute, partPayment } from './money-facts.ts';
import type { Chance } from './random.ts';
import { SUPERVISOR } from './staff.ts';
import type { StoryKind } from './stories.ts';
import { bouncedFacts, noRecipientFacts, releasedFacts } from './waiting-stories.ts';

/** The facts of each kind of story; invoices of other kinds only wait for their day. */
const TELLERS: Partial<Record<StoryKind, (setting: Setting) => DemoFact[]>> = {
  paid: paidFacts,
  cancelled: cancelledFacts,
  written_off: writtenOffFacts,
  litigation: litigationFacts,
  dispute: disputeFacts,
  promise: promiseFacts,
  pause: pauseFacts,
  bounced: bouncedFacts,
  no_recipient: noRecipientFacts,
  released: releasedFacts,
  coming: comingFacts,
  coming_by_hand: comingFacts,
};

/** Everything that happened to an invoice after it was created. */
export function factsOfStory(draft: InvoiceDraft, today: Today, chance: Chance): DemoFact[] {
  const collector = draft.customer.collector ?? SUPERVISOR;
  return TELLERS[draft.story.kind]?.({ draft, today, chance, collector }) ?? [];
}

/** Some invoices with a reminder to come have a past of their own. */
function comingFacts({ draft, today, chance, collector }: Setting): DemoFact[] {
  const { kind, index } = draft.story;
  const isReached = draft.levelDays.length > 0;
  const createdOn = isReached ? draft.lastOn : draft.issuedOn;
  if (isReached && index % 7 === 1 && createdOn <= addDays(today.on, -9)) return brokenPromise(draft, collector);
  if (kind === 'coming' && index === 10) return creditedAfterDispute(draft, collector);
  if (index % 5 === 3 && createdOn < addDays(today.on, -1)) return [partPayment(draft, createdOn, today, chance)];
  return [];
}
