import { daysBetween } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { CaseFacts, CasePlan, ClosedAs, HoldInForce, PlannedStep } from '../../domain/case/state.ts';
import { confirmReasonAfter } from '../../domain/holds/confirm-after-hold.ts';
import { holdEndsAt } from '../../domain/holds/hold-end.ts';
import type { PlanInput } from '../../domain/ladder/plan.ts';
import { planNextStep } from '../../domain/ladder/plan-next-step.ts';
import type { ScenarioStep, StepRecord } from '../../domain/ladder/step.ts';
import type { FactSignalName, Verdict } from '../../workflows/messages.ts';
import { aCase, PARIS } from '../domain/ladder/case.ts';

type Hold = HoldInForce & { sinceOn: string };

/** What Postgres would hold about one invoice, with the product's own rules: it takes the place of the activities and their data. */
export class CaseLedger {
  readonly issuedOn: string;
  balanceCents: number;
  /** Absent, as in facts that were signalled before they had this field. */
  currency: string | undefined = 'EUR';
  closedAs: ClosedAs | null = null;
  attention: string | null = null;
  /** The steps as `day 15: R1`, in the order in which they were taken into a message. */
  readonly left: string[] = [];
  readonly broken: string[] = [];
  private version = 1;
  private level = 0;
  private messages = 0;
  private holds: Hold[] = [];
  private progress: StepRecord[] = [];
  private openStep: PlannedStep | null = null;
  private collectorId: string | null = null;
  private confirmReason: PlanInput['confirmReason'] = null;
  private postponed: PlanInput['postponed'] = null;
  private readonly steps: readonly ScenarioStep[];

  constructor(issuedOn: string, steps: readonly ScenarioStep[], balanceCents: number) {
    this.issuedOn = issuedOn;
    this.steps = steps;
    this.balanceCents = balanceCents;
  }

  facts(): CaseFacts {
    const { version, balanceCents, currency, closedAs, attention } = this;
    const holds = this.holds.map(({ id, kind, untilOn, endsAt }) => ({ id, kind, untilOn, endsAt }));
    return { version, balanceCents, ...(currency && { currency }), closedAs, attention, holds };
  }

  pay(cents: number): CaseFacts {
    this.balanceCents -= cents;
    if (this.balanceCents <= 0) this.close('paid');
    return this.changed();
  }

  reverse(cents: number): CaseFacts {
    this.balanceCents += cents;
    this.closedAs = null;
    this.confirmReason = 'reversal';
    return this.changed();
  }

  close(as: ClosedAs): CaseFacts {
    this.closedAs = as;
    this.holds = [];
    if (!this.openStep?.messageId) this.openStep = null;
    return this.changed();
  }

  hold(kind: HoldInForce['kind'], at: string, untilOn: string | null = null): CaseFacts {
    const endsAt = holdEndsAt({ kind, untilOn }, PARIS, 0);
    this.holds.push({ id: `hold-${this.version}`, kind, untilOn, endsAt, sinceOn: localDate(at, PARIS.timeZone) });
    if (endsAt === null && !this.openStep?.messageId) this.openStep = null;
    return this.changed();
  }

  release(kind: HoldInForce['kind'], at: string, outcome = 'released'): CaseFacts {
    for (const hold of this.holds.filter((one) => one.kind === kind)) this.end(hold, at, outcome);
    return this.changed();
  }

  /** Gives the customer another collector, or none. */
  handTo(collectorId: string | null): CaseFacts {
    this.collectorId = collectorId;
    return this.changed();
  }

  clearAttention(): CaseFacts {
    this.attention = null;
    return this.changed();
  }

  raiseAttention(code: string): CaseFacts {
    if (this.attention === code) return this.facts();
    this.attention = code;
    this.openStep = null;
    return this.changed();
  }

  /** Plans as the activity does: ends the holds that are over, then stores the one open step. */
  plan(at: string): CasePlan {
    for (const hold of this.holds.filter((one) => one.endsAt !== null && one.endsAt <= at)) {
      if (hold.kind === 'promise') this.broken.push(this.dayOf(at));
      this.end(hold, at, 'expired');
      this.changed();
    }
    if (this.closedAs || this.attention) this.openStep = null;
    else if (!this.openStep?.messageId) this.openStep = this.stepAt(at);
    const { level, openStep: step, collectorId } = this;
    const exhausted = !this.closedAs && planNextStep(this.planInput(at)).kind === 'exhausted';
    return { facts: this.facts(), level, step, exhausted, collectorId, sentence: `Niveau R${level}.` };
  }

  /** Takes the open step into a message when it may leave at `at`; returns null when it may not. */
  send(at: string, mode: 'automatic' | 'to_confirm' = 'automatic'): { messageId: string | null } {
    if (this.closedAs || this.attention || !this.openStep) return { messageId: null };
    if (this.openStep.messageId) return { messageId: this.openStep.messageId };
    const step = this.stepAt(at);
    this.openStep = step;
    if (!step || step.mode !== mode || step.dueAt > at || this.holds.length > 0) return { messageId: null };
    const messageId = `m-${(this.messages += 1)}`;
    this.openStep = { ...step, messageId };
    this.left.push(`${this.dayOf(at)}: R${step.level}`);
    return { messageId };
  }

  /** The provider accepted the open step's message, or the message was cancelled before it left. */
  settle(at: string, outcome: 'sent' | 'cancelled' = 'sent'): CaseFacts {
    const step = this.openStep!;
    this.openStep = null;
    if (outcome === 'cancelled') return this.changed();
    const on = localDate(at, PARIS.timeZone);
    this.progress.push({ stepKey: step.key, level: step.level, kind: step.kind, outcome: 'sent', on, at });
    this.level = step.level;
    this.confirmReason = null;
    return this.changed();
  }

  /** Judges a person's decision, as under the lock. */
  judge(decision: { name: string; untilOn?: string; level?: number }, at: string): Verdict {
    const step = this.openStep;
    const refused = (code: string) => ({ accepted: false, code, detail: code, messageId: null });
    if (!step || step.messageId) return refused('already_handed_over');
    const on = localDate(at, PARIS.timeZone);
    if (decision.name === 'confirmStep') {
      const { messageId } = this.send(at, 'to_confirm');
      return messageId ? this.accepted(messageId) : refused('not_due');
    }
    const record = { stepKey: step.key, level: step.level, kind: step.kind, outcome: 'skipped', on, at } as const;
    if (decision.name === 'skipStep') this.progress.push(record);
    if (decision.name === 'postponeStep' && decision.untilOn)
      this.postponed = { stepKey: step.key, untilOn: decision.untilOn };
    if (decision.name === 'setLevel') {
      this.level = decision.level ?? 0;
      this.progress.push({ ...record, stepKey: null, level: this.level, outcome: 'level_set' });
    }
    return this.accepted(null);
  }

  /** Stores a fact that operations signalled without its result. */
  storeSignal(signal: FactSignalName, data: Record<string, unknown>, at: string): CaseFacts {
    if (signal === 'paymentReceived') return this.pay(data['amountCents'] as number);
    if (signal === 'litigationOpened') return this.hold('litigation', at);
    if (signal === 'litigationClosed') return this.release('litigation', at);
    return this.changed();
  }

  dayOf(at: string): string {
    return `day ${daysBetween(this.issuedOn, localDate(at, PARIS.timeZone))}`;
  }

  private accepted(messageId: string | null): Verdict {
    this.version += 1;
    return { accepted: true, code: null, detail: null, messageId };
  }

  private changed(): CaseFacts {
    this.version += 1;
    return this.facts();
  }

  private end(hold: Hold, at: string, outcome: string): void {
    this.holds = this.holds.filter((one) => one !== hold);
    const endedAt = hold.endsAt !== null && hold.endsAt < at ? hold.endsAt : at;
    const endedOn = localDate(endedAt, PARIS.timeZone);
    this.confirmReason ??= confirmReasonAfter({ ...hold, outcome, endedOn });
  }

  private planInput(at: string): PlanInput {
    const { issuedOn, steps, progress, holds, confirmReason, postponed } = this;
    const open = this.openStep && { ...this.openStep, stepKey: this.openStep.key };
    const invoice = { issuedOn, dueOn: issuedOn };
    return aCase({ nowAt: at, invoice, steps, progress, holds, confirmReason, postponed, openStep: open });
  }

  private stepAt(at: string): PlannedStep | null {
    const plan = planNextStep(this.planInput(at));
    if (plan.kind !== 'step') return null;
    const { step, dueAt, lapsesAt, mode } = plan;
    const { key, level, kind } = step;
    return { cycle: 1, key, level, kind, mode, dueAt, lapsesAt, actionId: `action-${key}`, messageId: null };
  }
}
