import { addDays } from '../../domain/calendar/local-date.ts';
import { instantAt } from '../../domain/calendar/local-time.ts';
import type { CaseFacts, CaseState } from '../../domain/case/state.ts';
import type { ScenarioStep } from '../../domain/ladder/step.ts';
import type { DecisionName, FactSignalName, InvoiceInput } from '../../workflows/messages.ts';
import { J15, PARIS } from '../domain/ladder/case.ts';
import { CaseLedger } from './case-ledger.ts';
import { impossible } from './failures.ts';
import { type Job, SandboxRun, type UpdateAnswer, updateJob } from './sandbox.ts';

/** A Monday after which the days 15, 30 and 45 are working days. */
export const ISSUED_ON = '2026-03-02';
const INPUT: InvoiceInput = { creditorId: 'creditor', invoiceId: 'invoice' };

type Call = {
  at: string;
  name: string;
  decisionId: string;
  code: string;
  signal: FactSignalName;
  message: { data?: object };
};

export interface Trouble {
  /** Runs before an activity is answered; what it throws is the activity's failure, what it returns the activity's result. */
  before?: (name: string, life: CaseLife, call: Call) => unknown;
  /** Whether a message is accepted as soon as it is handed over (the default), or its outcome stays open. */
  mailIsAccepted?: boolean;
}

/** The case of one invoice of €1,000, lived day by day; day 0 is the day of issue, in Paris. */
export class CaseLife {
  run!: SandboxRun;
  readonly ledger: CaseLedger;
  readonly decisions = new Map<string, { name: DecisionName; untilOn?: string; level?: number }>();
  trouble: Trouble;
  /** The answer to the update that was there before the first workflow task. */
  firstUpdate: UpdateAnswer | null = null;

  private constructor(steps: readonly ScenarioStep[], trouble: Trouble) {
    this.ledger = new CaseLedger(ISSUED_ON, steps, 1_000_00);
    this.trouble = trouble;
  }

  /** The invoice is stored at noon of the day of issue; `prepare` changes the ledger before its workflow starts. */
  static async begin(
    options: {
      steps?: readonly ScenarioStep[];
      prepare?: (ledger: CaseLedger) => void;
      updateFirst?: DecisionName;
    } & Trouble = {},
  ): Promise<CaseLife> {
    const life = new CaseLife(options.steps ?? J15, options);
    options.prepare?.(life.ledger);
    const first = options.updateFirst && updateJob(options.updateFirst, {});
    await life.startRun(INPUT, life.instant(0, 12), first ? [first] : []);
    if (first) life.firstUpdate = life.run.updateAnswer(first);
    return life;
  }

  /** Everything that has left so far, as `day 15: R1`. */
  get left(): string[] {
    return this.ledger.left;
  }

  /** The instant of an hour of that day in Paris. */
  instant(day: number, hour: number): string {
    const whole = Math.trunc(hour);
    const startsAt = instantAt(addDays(ISSUED_ON, day), whole, PARIS.timeZone);
    return new Date(Date.parse(startsAt) + (hour - whole) * 3_600_000).toISOString();
  }

  async untilDay(day: number, hour = 20): Promise<void> {
    await this.run.advanceTo(this.instant(day, hour));
  }

  /** The clock jumps to that hour, so timers fire late. */
  async jumpToDay(day: number, hour: number): Promise<void> {
    await this.run.jumpTo(this.instant(day, hour));
  }

  /** Stores a fact on that day at 11 o'clock and tells the workflow, as the API does. */
  async onDay(
    day: number,
    signal: FactSignalName,
    store: (ledger: CaseLedger, at: string) => CaseFacts,
  ): Promise<CaseFacts> {
    await this.untilDay(day, 11);
    const facts = store(this.ledger, this.run.now);
    await this.tell(signal, facts);
    return facts;
  }

  async tell(signal: FactSignalName, facts: CaseFacts): Promise<void> {
    await this.run.signal(signal, { at: this.run.now, facts, data: {} });
  }

  /** Sends a person's decision on that day at 11 o'clock. */
  async decideOnDay(day: number, name: DecisionName, more: { untilOn?: string; level?: number } = {}) {
    await this.untilDay(day, 11);
    const decisionId = `decision-${this.decisions.size}`;
    this.decisions.set(decisionId, { name, ...more });
    return this.run.update(name, { decisionId });
  }

  async state(): Promise<CaseState> {
    return (await this.run.query('status')) as CaseState;
  }

  /** The plan, as `day 45: R3 to_confirm`, or nothing. */
  async next(): Promise<string | null> {
    const { plan } = await this.state();
    const step = plan?.step;
    return step ? `${this.ledger.dayOf(step.dueAt)}: R${step.level} ${step.mode}` : null;
  }

  timesCalled(name: string): number {
    return this.run.calls.filter((call) => call.name === name).length;
  }

  /** Starts the continued run, or the case's next run under the same id, with this input at the same instant. */
  async nextRun(input: InvoiceInput = INPUT): Promise<void> {
    await this.startRun(input, this.run.now);
  }

  private async startRun(input: InvoiceInput, at: string, before: Job[] = []) {
    const answers = (name: string, call: never, run: SandboxRun) => {
      this.run = run;
      return this.answer(name, call);
    };
    this.run = await SandboxRun.start({ type: 'invoice', input, at, before, answers });
  }

  private async answer(name: string, call: Call): Promise<unknown> {
    const instead: unknown = await this.trouble.before?.(name, this, call);
    if (instead !== undefined) return instead;
    switch (name) {
      case 'planCase':
        return this.ledger.plan(call.at);
      case 'sendStep':
        return this.handOver(call);
      case 'confirmClosed':
        return this.ledger.facts();
      case 'raiseAttention':
        return this.ledger.raiseAttention(call.code);
      case 'storeOperationsFact':
        return this.ledger.storeSignal(call.signal, { ...call.message.data }, call.at);
      case 'decide':
        return this.decide(call);
      default:
        throw impossible('unknown_activity', name);
    }
  }

  /** The message is accepted, and the case told, before the activity itself has answered, as may happen. */
  private async handOver(call: Call): Promise<unknown> {
    const handed = this.ledger.send(call.at);
    if (handed.messageId && this.trouble.mailIsAccepted !== false)
      await this.tell('messageSettled', this.ledger.settle(call.at));
    return handed;
  }

  private async decide(call: Call): Promise<unknown> {
    const decision = this.decisions.get(call.decisionId);
    if (!decision) throw impossible('unknown_decision');
    const verdict = this.ledger.judge(decision, call.at);
    return { verdict, facts: this.ledger.facts() };
  }
}
