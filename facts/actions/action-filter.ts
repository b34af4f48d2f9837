import type { ActionStatus } from '../../domain/actions/action-status.ts';
import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { REGISTERED_LETTER } from '../../prisma/posted-by-person.ts';

type Where = Prisma.ActionWhereInput;

const BY_PROVIDER = { viaPrintProvider: true, status: { in: [...OPEN_STATES] } } satisfies Prisma.MessageWhereInput;
const POSTED: Where = { ...REGISTERED_LETTER, messages: { none: BY_PROVIDER } };
const BEING_SENT: Where = {
  messageId: { not: null },
  OR: [
    { kind: { not: 'letter' } },
    { letterKind: null },
    { letterKind: 'simple' },
    { messages: { some: BY_PROVIDER } },
  ],
};

const STEPS_CARRIED = { openSteps: { some: {}, every: { messageId: { not: null } } } } satisfies Where;
/** The action has become no message, and something about it is still to be decided. */
const UNDECIDED: Where = { messageId: null, NOT: STEPS_CARRIED };

/**
 * Excludes the planned actions whose steps a reminder by hand or of a run has taken over: that message is shown in
 * their place.
 */
export const NOT_TAKEN_OVER: Where = { NOT: { state: 'open', messageId: null, ...STEPS_CARRIED } };

/** The filter for actions that have this status at `at`: what domain/actions/action-status.ts says of one row. */
export function actionsOfStatus(status: ActionStatus, at: Date): Where {
  const come = { state: 'open', dueAt: { lte: at } } as const;
  const calm = { ...come, attentionCode: null };
  switch (status) {
    case 'planned':
      return {
        OR: [
          { state: 'open', dueAt: { gt: at } },
          { ...calm, ...BEING_SENT },
          { ...calm, mode: 'automatic', messageId: null },
          { ...calm, messageId: null, ...STEPS_CARRIED },
        ],
      };
    case 'needs_attention':
      return { ...come, attentionCode: { not: null } };
    case 'to_do':
      return {
        ...calm,
        OR: [
          { mode: 'manual', ...UNDECIDED },
          { messageId: { not: null }, ...POSTED },
        ],
      };
    case 'to_confirm':
      return { ...calm, mode: 'to_confirm', ...UNDECIDED };
    case 'done':
    case 'skipped':
    case 'cancelled':
      return { state: status };
  }
}

/**
 * Actions of this collector: those assigned to them, and unassigned ones of their customers. With null, those of no
 * collector.
 */
export const actionsOfCollector = (collectorId: string | null): Where =>
  collectorId === null
    ? { assigneeId: null, OR: [{ customerId: null }, { customer: { collectorId } }] }
    : { OR: [{ assigneeId: collectorId }, { assigneeId: null, customer: { collectorId } }] };
