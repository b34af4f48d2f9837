import { BANK, PRODUCT } from './creditor.ts';
import { addDays, workingDayBack } from './days.ts';
import type { DemoFact } from './demo-types.ts';
import { nth, type Setting } from './moments.ts';
import { payment } from './money-facts.ts';
import { DISPUTES, LITIGATION, NO_RECIPIENT, REVERSAL } from './wording.ts';

/** The mail of that day came back; the third one was reported as unwanted. */
export function bouncedFacts({ draft: { number, lastOn, story } }: Setting): DemoFact[] {
  const at = { on: lastOn, minute: 18 * 60 + 50 };
  return [{ kind: 'mail_back', at, by: PRODUCT, number, news: story.index === 2 ? 'complained' : 'bounced' }];
}

/** The step's hour came, and there was no address. */
export function noRecipientFacts({ draft: { number, story }, today }: Setting): DemoFact[] {
  const at = { on: workingDayBack(today, 1 + story.index), minute: 9 * 60 + 1 };
  return [{ kind: 'attention', at, by: PRODUCT, number, code: 'no_recipient', text: NO_RECIPIENT }];
}

/** Something held the case until two working days ago: the next step waits for a person. */
export function releasedFacts({ draft, today, collector: by }: Setting): DemoFact[] {
  const { number, lastOn, story, totalCents } = draft;
  const on = addDays(lastOn, 2);
  const began = { at: { on, minute: 630 }, by, number };
  const ended = { at: { on: workingDayBack(today, 2), minute: 655 }, by, number };
  if (story.index === 1) {
    const reason = 'Échéancier accepté puis abandonné, reprise des relances';
    return [
      { kind: 'litigation', ...began, reason: nth(LITIGATION, 1) },
      { kind: 'litigation_closed', ...ended, reason },
    ];
  }
  if (story.index === 2) {
    const comment = 'Les combles figurent bien au rapport, page 14.';
    return [
      { kind: 'dispute', ...began, input: { ...nth(DISPUTES, 1), amount_cents: null } },
      { kind: 'dispute_resolved', ...ended, outcome: 'rejected', comment },
    ];
  }
  const reversal = { payment: `REG-${number}-1`, external_id: `REJ-${number}-1`, reason: REVERSAL };
  return [
    payment(draft, 1, { on, minute: 480 }, totalCents, 'prélèvement'),
    { kind: 'reversal', at: ended.at, by: BANK, ...reversal },
  ];
}
