import type { ActivityDeps } from './activity-deps.ts';
import { createAskProvider } from './ask-provider.ts';
import { createConfirmClosed } from './confirm-closed.ts';
import { createDecide } from './decide.ts';
import { createDeliverMessage } from './deliver-message.ts';
import { FirstTaskPace } from './first-task-pace.ts';
import { createFollowSent } from './follow-sent.ts';
import { createHandOver } from './hand-over.ts';
import { createImportRecords } from './import-records.ts';
import { createOpenSpecificAction } from './open-specific-action.ts';
import { createPlanCase } from './plan-case.ts';
import { createProductNow } from './product-now.ts';
import { createRaiseAttention } from './raise-attention.ts';
import { createRaiseLimitationAlarms } from './raise-limitation-alarms.ts';
import { createRecalculateGroups } from './recalculate-groups.ts';
import { createRecordTry } from './record-try.ts';
import { createRenderMessage } from './render-message.ts';
import { createSendStep } from './send-step.ts';
import { createSettleMessage } from './settle-message.ts';
import { createStartWaitingImports } from './start-waiting-imports.ts';
import { createStartWaitingMessages } from './start-waiting-messages.ts';
import { createStoreOperationsFact } from './store-operations-fact.ts';
import { createTakeRun } from './take-run.ts';
import { createTakeTurn } from './take-turn.ts';
import { createTellUntold } from './tell-untold.ts';
import { createTendSendingLines } from './tend-sending-lines.ts';

/** All activities, under the names by which workflows call them. */
export function createActivities(deps: ActivityDeps) {
  // One pace for imports and for cases that are restarted: the same workers take in both.
  const pace = new FirstTaskPace(deps.firstTasksPerSecond);
  return {
    askProvider: createAskProvider(deps),
    confirmClosed: createConfirmClosed(deps),
    decide: createDecide(deps),
    deliverMessage: createDeliverMessage(deps),
    followSent: createFollowSent(deps),
    handOver: createHandOver(deps),
    importRecords: createImportRecords(deps, pace),
    openSpecificAction: createOpenSpecificAction(deps),
    planCase: createPlanCase(deps),
    productNow: createProductNow(deps),
    raiseAttention: createRaiseAttention(deps),
    raiseLimitationAlarms: createRaiseLimitationAlarms(deps),
    recalculateGroups: createRecalculateGroups(deps),
    recordTry: createRecordTry(deps),
    renderMessage: createRenderMessage(deps),
    sendStep: createSendStep(deps),
    settleMessage: createSettleMessage(deps),
    startWaitingImports: createStartWaitingImports(deps),
    startWaitingMessages: createStartWaitingMessages(deps),
    storeOperationsFact: createStoreOperationsFact(deps),
    takeRun: createTakeRun(deps),
    takeTurn: createTakeTurn(),
    tellUntold: createTellUntold(deps, pace),
    tendSendingLines: createTendSendingLines(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
