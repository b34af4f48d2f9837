import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { FRENCH } from '../domain/case/explanation/french.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import type { StepMode } from '../domain/ladder/step.ts';
import { formatAmount } from '../domain/format/amount.ts';
import { formatLongDate } from '../domain/format/date.ts';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';

function attributesOf(state: CaseState) {
  const { facts, plan } = state;
  // The planned step of a case that has ended, or that waits for a person, is not late.
  const isGoingOn = !facts.closedAs && !facts.attention;
  return {
    DunningStatus: statusWord(state),
    DunningLevel: plan?.level ?? 0,
    BalanceCents: facts.balanceCents,
    // Null removes the attribute; one that is left out would keep its value.
    Collector: plan?.collectorId ?? null,
    NextActionAt: isGoingOn ? plannedAt(state) : null,
  };
}

const plannedAt = ({ facts, plan }: CaseState): Date | null =>
  facts.holds.length === 0 && plan?.step ? new Date(plan.step.dueAt) : null;

/** The API's words, but for `due`: a workflow does not say that a step is due, and names a step of a person's `manual`. */
type StatusWord = Exclude<CaseStatus, 'due'> | Extract<StepMode, 'manual'>;

/**
 * The status in the words of the console; the code beside it in brackets is the value of `DunningStatus` to filter by.
 */
const IN_FRENCH: Record<StatusWord, string> = {
  paid: 'soldé',
  cancelled: 'annulé',
  written_off: 'passé en perte',
  needs_attention: 'à traiter',
  held: 'suspendu',
  exhausted: 'relances épuisées',
  sending: 'envoi en cours',
  waiting: 'en attente',
  to_confirm: 'à confirmer',
  manual: 'à faire à la main',
};

function statusWord({ facts, plan }: CaseState): StatusWord {
  if (facts.closedAs) return facts.closedAs;
  if (facts.attention) return 'needs_attention';
  if (facts.holds.length > 0) return 'held';
  if (!plan?.step) return plan?.exhausted ? 'exhausted' : 'waiting';
  if (plan.step.messageId) return 'sending';
  return plan.step.mode === 'automatic' ? 'waiting' : plan.step.mode;
}

/**
 * Shows where the case stands in the Temporal UI: details for a reader, and search attributes for filters (only when
 * they changed).
 */
export class CaseDetails {
  private shown = '';

  show(state: CaseState): void {
    setCurrentDetails(describe(state));
    const attributes = attributesOf(state);
    // The key includes the planned instant even while a person is needed: whether the command is issued must not change
    // between releases.
    const key = JSON.stringify({ ...attributes, NextActionAt: plannedAt(state) });
    if (key === this.shown) return;
    this.shown = key;
    upsertSearchAttributes([
      { key: SEARCH_ATTRIBUTES.DunningStatus, value: attributes.DunningStatus },
      { key: SEARCH_ATTRIBUTES.DunningLevel, value: attributes.DunningLevel },
      { key: SEARCH_ATTRIBUTES.BalanceCents, value: attributes.BalanceCents },
      { key: SEARCH_ATTRIBUTES.Collector, value: attributes.Collector },
      { key: SEARCH_ATTRIBUTES.NextActionAt, value: attributes.NextActionAt },
    ]);
  }
}

/**
 * The balance as text. Facts from releases that did not send the currency give the plain number, in the smallest unit.
 */
function amountOf({ balanceCents, currency }: CaseState['facts']): string {
  return currency === undefined ? `${balanceCents} (plus petite unité)` : formatAmount(balanceCents, currency, 'fr');
}

function describe(state: CaseState): string {
  const { facts, plan } = state;
  const status = statusWord(state);
  const lines = [`**Statut** : ${IN_FRENCH[status]} (\`${status}\`) · **niveau** : R${plan?.level ?? 0}`];
  lines.push(`**Reste dû** : ${amountOf(facts)} (version ${facts.version})`);
  if (plan?.sentence) lines.push('', plan.sentence);
  if (plan?.step)
    lines.push(
      '',
      `**Prochaine étape** : \`${plan.step.key}\` (R${plan.step.level}, ${plan.step.kind}, ${plan.step.mode}), ${plan.step.dueAt}`,
    );
  for (const { kind, untilOn } of facts.holds)
    lines.push(`- suspendu : ${FRENCH.hold(kind, untilOn && formatLongDate(untilOn, 'fr'))}`);
  if (facts.attention) lines.push('', `**À examiner** : \`${facts.attention}\``);
  return lines.join('\n');
}
