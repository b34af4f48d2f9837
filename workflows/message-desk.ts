import { ActivityFailure, condition, patched, setHandler, TimeoutFailure, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import type { TryOutcome } from '../domain/messages/tries.ts';
import { briefly, patient, question, singleTry, turns } from './activity-options.ts';
import { msBetween, workflowNow } from './instants.ts';
import { callsQueue, turnsQueue } from './ids.ts';
import { type MessageInput, outcomeSettledSignal, sendingLineSignal } from './messages.ts';

/** The most requests of one look-up: the provider's lists are long, and each request takes the turn of a mail. */
const MOST_REQUESTS = 60;
const DAY_MS = 24 * 3_600_000;

/** A message as its workflow handles it: the signals about it, and the calls to its provider. */
export class MessageDesk {
  /** The outcome that a provider's event or a person reported. */
  settled: { outcome: 'sent' | 'not_sent'; at: string } | null = null;
  private readonly input: MessageInput;
  private lineMoves = 0;
  private paced = false;

  constructor(input: MessageInput) {
    this.input = input;
  }

  /** Registers every handler. Call it before the first await. */
  listen(): void {
    setHandler(outcomeSettledSignal, (news) => {
      this.settled ??= news;
    });
    setHandler(sendingLineSignal, () => {
      this.lineMoves += 1;
    });
  }

  /** With `paced` true, every further call goes through the provider's own task queues, at its pace. */
  keepPace(paced: boolean | undefined): void {
    this.paced ||= paced === true;
  }

  /**
   * Waits for this message's turn at the provider, however long the queue is. The message is not handed over meanwhile.
   */
  async takeTurn(): Promise<void> {
    if (!this.paced) return;
    await turns(turnsQueue(workflowInfo().taskQueue)).takeTurn();
  }

  /** One call to the provider. When the worker is lost or the activity times out, the outcome is unknown. */
  async tryOnce(): Promise<TryOutcome> {
    try {
      return await singleTry.deliverMessage.executeWithOptions(this.queue('remise au prestataire'), [this.input]);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      if (error.cause instanceof TimeoutFailure && error.cause.timeoutType === 'SCHEDULE_TO_START') {
        return { kind: 'not_tried', detail: 'no worker took it up' };
      }
      return { kind: 'unknown', code: 'unknown', detail: error.cause?.message ?? error.message };
    }
  }

  /**
   * Asks the provider whether it has this mail; returns how the message ended, or null when nobody knows more.
   * Workflows of older releases could not ask.
   */
  async ask(nextAskAt: string | null): Promise<string | null> {
    if (!patched('ask-provider')) return null;
    let cursor: Parameters<Activities['askProvider']>[0]['cursor'] = null;
    for (let requests = 0; requests < MOST_REQUESTS && !this.settled; requests += 1) {
      const answer = await this.askOnce(cursor, nextAskAt);
      if (answer?.kind === 'over') return answer.status;
      if (answer?.kind !== 'more') return null;
      cursor = answer.cursor;
    }
    return null;
  }

  /** Waits until `untilAt`, or until the outcome is settled or the line has moved. */
  async wait(untilAt: string, summary: string): Promise<void> {
    const seen = this.lineMoves;
    const changed = () => this.settled !== null || this.lineMoves !== seen;
    await condition(changed, msBetween(workflowNow(), untilAt), { summary });
  }

  /**
   * Waits until the outcome is settled, at most until `untilAt`. When that is null it waits for ever and reads the
   * message's row every day, because a person's answer may have been stored and not signalled. Returns the status of a
   * message that is over by its row, else null.
   */
  async waitForOutcome(untilAt: string | null): Promise<string | null> {
    const isSettled = () => this.settled !== null;
    if (untilAt !== null)
      await condition(isSettled, msBetween(workflowNow(), untilAt), { summary: 'question au prestataire' });
    else if (!patched('outcome-looked-for')) await condition(isSettled);
    else {
      while (!(await condition(isSettled, DAY_MS, { summary: 'réponse notée dans l’application' }))) {
        const looked = await briefly(({ renderMessage }) => renderMessage({ ...this.input, at: workflowNow() }));
        if (looked.kind === 'over') return looked.status;
      }
    }
    return null;
  }

  /** Tells all messages that wait for the line that this message has found it open. */
  async wakeOthers(): Promise<void> {
    await patient.tendSendingLines({ creditorId: this.input.creditorId, at: workflowNow() });
  }

  private async askOnce(cursor: Parameters<Activities['askProvider']>[0]['cursor'], nextAskAt: string | null) {
    await this.takeTurn();
    const call = { ...this.input, at: workflowNow(), cursor, nextAskAt };
    try {
      return await question.askProvider.executeWithOptions(this.queue('question au prestataire'), [call]);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      return null;
    }
  }

  private queue(summary: string) {
    return this.paced ? { summary, taskQueue: callsQueue(workflowInfo().taskQueue) } : { summary };
  }
}
