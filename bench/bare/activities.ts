import type { Client } from '@temporalio/client';
import { BARE_QUEUE, type BareNews, settledSignal } from './messages.ts';

/** Activities that do only what the shape needs: start the message's workflow, and signal the case. */
export function createBareActivities(client: Client, tell: (news: BareNews) => void): BareActivities {
  const nothing = () => Promise.resolve();
  return {
    plan: (news: BareNews) => {
      tell(news);
      return Promise.resolve();
    },
    send: async ({ caseId, number }: { caseId: string; number: number }) => {
      const workflowId = `${caseId}/message/${number}`;
      await client.workflow.start('bareMessage', { workflowId, taskQueue: BARE_QUEUE, args: [caseId] });
    },
    render: nothing,
    handOver: nothing,
    deliver: nothing,
    settle: async (caseId: string) => {
      await client.workflow.getHandle(caseId).signal(settledSignal);
    },
    confirmClosed: nothing,
  };
}

/** `messageId`, and the case's id at `confirmClosed`: given on `LEAST_QUEUE` only, where the activities store something. */
export interface BareActivities {
  plan(news: BareNews): Promise<void>;
  send(step: { caseId: string; number: number }): Promise<void>;
  render(messageId?: string): Promise<void>;
  handOver(messageId?: string): Promise<void>;
  deliver(messageId?: string): Promise<void>;
  settle(caseId: string, messageId?: string): Promise<void>;
  confirmClosed(caseId?: string): Promise<void>;
}
