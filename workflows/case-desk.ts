import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  log,
  patched,
  setHandler,
  TimeoutFailure,
  workflowInfo,
} from '@temporalio/workflow';
import { type AttentionCode, type StopCode, stopCode } from '../domain/case/attention-codes.ts';
import { stopInFrench } from '../domain/case/attention-in-words.ts';
import { CASE_CLOSED } from '../domain/case/case-closed.ts';
import { apply, type CaseEvent, type CaseState, newCase, type PlannedStep } from '../domain/case/state.ts';
import { briefly, patient, punctual } from './activity-options.ts';
import { CaseDetails } from './case-details.ts';
import { msBetween, workflowNow } from './instants.ts';
import {
  DECISION_UPDATES,
  type DecisionMessage,
  type DecisionName,
  decisionUpdate,
  FACT_SIGNALS,
  type FactMessage,
  type FactSignalName,
  factSignal,
  type InvoiceInput,
  statusQuery,
  type Verdict,
} from './messages.ts';

/** Patch id: before 0.2, cases that waited for a person did not end their holds meanwhile. */
const HOLDS_END_MEANWHILE = 'holds-end-meanwhile';

/** How often a step may be refused at its hour before a person is asked. */
const MOST_REFUSALS = 3;

/**
 * The case as its workflow handles it: its state, the signals and updates about it, and the few things that are done
 * with it.
 */
export class CaseDesk {
  private current: CaseState;
  private readonly ids: { creditorId: string; invoiceId: string };
  private readonly details = new CaseDetails();
  private news = 0;
  private refusals = 0;
  /** Number of signals from operations in this run. */
  private operations = 0;

  constructor(input: InvoiceInput) {
    this.ids = { creditorId: input.creditorId, invoiceId: input.invoiceId };
    this.current = input.state ?? newCase();
  }

  /** Replaced by `apply` alone, with each event. */
  get state(): CaseState {
    return this.current;
  }

  /** Registers every handler. Call it before the first await, because an early update would be rejected otherwise. */
  listen(): void {
    setHandler(statusQuery, () => this.state);
    for (const name of FACT_SIGNALS) setHandler(factSignal(name), (message) => this.receive(name, message));
    for (const name of DECISION_UPDATES) {
      setHandler(decisionUpdate(name), (message) => this.decide(name, message), {
        validator: (message: DecisionMessage | undefined) => this.validate(message),
      });
    }
  }

  take(event: CaseEvent): void {
    this.current = apply(this.current, event);
    this.news += 1;
    this.details.show(this.state);
  }

  /** Whether everything that came in has been acted upon, or the case has ended. */
  isIdle(): boolean {
    return !this.state.planIsStale || this.state.facts.closedAs !== null;
  }

  async plan(): Promise<void> {
    const knownVersion = this.state.facts.version;
    const at = workflowNow();
    // No news, so `take` is not called: whoever waits goes on waiting, and nothing else is shown.
    this.current = apply(this.current, { type: 'planning', at });
    const plan = await this.safely(() => briefly(({ planCase }) => planCase({ ...this.ids, at })));
    if (plan) this.take({ type: 'planned', plan, knownVersion });
  }

  async send(step: PlannedStep): Promise<void> {
    const label = { summary: `R${step.level} · ${step.key}` };
    const input = { ...this.ids, at: workflowNow() };
    const handed = await this.safely(() => punctual.sendStep.executeWithOptions(label, [input]));
    if (!handed) return;
    this.refusals = handed.messageId === null ? this.refusals + 1 : 0;
    this.take({ type: 'handed', messageId: handed.messageId });
    if (this.refusals >= MOST_REFUSALS) await this.askPerson('step_refused', stopInFrench('step_refused'));
  }

  /** Waits for news, at most until `untilAt`. */
  async wait(untilAt: string | null): Promise<void> {
    this.refusals = 0;
    const seen = this.news;
    const changed = () => this.news !== seen;
    if (untilAt === null) await condition(changed);
    else await condition(changed, msBetween(workflowNow(), untilAt), { summary: this.labelOf(untilAt) });
  }

  /** Waits for a person, but still ends holds on their day: a promise is then broken, a pause over. */
  async rest(untilAt: string): Promise<void> {
    if (!patched(HOLDS_END_MEANWHILE)) await this.wait(null);
    else if (untilAt > workflowNow()) await this.wait(untilAt);
    else await this.plan();
  }

  /** Label of a timer in the Temporal UI: what it waits for. */
  private labelOf(untilAt: string): string {
    const day = untilAt.slice(0, 16).replace('T', ' ');
    const step = this.state.plan?.step;
    return step?.dueAt === untilAt ? `R${step.level} · ${day} UTC` : `fin de la suspension · ${day} UTC`;
  }

  /**
   * Runs an activity without letting its failure fail the case: what cannot succeed puts the case into
   * `needs_attention`, and what missed its hour is planned again; both return null. Any other error is a bug in this
   * code and is thrown: Temporal retries the task until a release fixes it.
   */
  async safely<Result>(run: () => Promise<Result>): Promise<Result | null> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      if (isLate(error)) {
        this.current = apply(this.current, { type: 'late' });
        return null;
      }
      const cause = error.cause instanceof ApplicationFailure ? error.cause : null;
      log.warn('Activity cannot succeed, a person is asked', {
        activity: error.activityType,
        code: cause?.type ?? null,
      });
      await this.askPerson(
        stopCode(cause?.type ?? ('activity_failed' satisfies AttentionCode)),
        cause?.message ?? error.message,
      );
      return null;
    }
  }

  /** Puts the case before a person. When even that cannot be stored, it waits for news instead of failing. */
  private async askPerson(code: StopCode, text: string): Promise<void> {
    const seen = this.news;
    try {
      const facts = await patient.raiseAttention.executeWithOptions({ summary: code }, [
        { ...this.ids, at: workflowNow(), code, text },
      ]);
      this.take({ type: 'facts', facts });
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('A person could not be asked: the need for attention could not be stored', { code });
      await condition(() => this.news !== seen);
    }
  }

  private async receive(name: FactSignalName, message: FactMessage | undefined): Promise<void> {
    if (message?.facts) {
      this.take({ type: 'facts', facts: message.facts });
      return;
    }
    const at = workflowNow();
    this.operations += 1;
    // A run that is reset gets its signals again in the same order, and keeps the first run's id, so the key stays the
    // same.
    const key = `${workflowInfo().originalExecutionRunId}/${this.operations}`;
    const facts = await this.safely(() =>
      patient.storeOperationsFact.executeWithOptions({ summary: name }, [
        { ...this.ids, at, signal: name, message: message ?? {}, key },
      ]),
    );
    if (facts) this.take({ type: 'facts', facts });
  }

  private validate(message: DecisionMessage | undefined): void {
    if (typeof message?.decisionId !== 'string')
      throw ApplicationFailure.nonRetryable('decisionId is missing', 'malformed');
    if (this.state.facts.closedAs) throw ApplicationFailure.nonRetryable(CASE_CLOSED, 'case_closed');
  }

  private async decide(name: DecisionName, message: DecisionMessage): Promise<Verdict> {
    const input = { ...this.ids, at: workflowNow(), name, decisionId: message.decisionId };
    const decided = await patient.decide.executeWithOptions({ summary: name }, [input]);
    this.take({ type: 'facts', facts: decided.facts });
    return decided.verdict;
  }
}

/** Whether the activity's time ran out, either while it failed or before any worker took it up. */
function isLate(error: ActivityFailure): boolean {
  return error.retryState === 'TIMEOUT' || error.cause instanceof TimeoutFailure;
}
