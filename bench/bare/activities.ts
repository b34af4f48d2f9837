import type { Client } from '@temporalio/client';
import { BARE_QUEUE, type BareNews, settledSignal } from './messages.ts';

/** Activities that do only what the shape needs: start the message's workflow, and signal the case. */
export function createBareActivities(client: Client, tell: (news: BareNews) => void) {
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

export type BareActivities = ReturnType<typeof createBareActivities>;
