import { localDate } from '../../../domain/calendar/local-time.ts';
import { isPostedByPerson } from '../../../domain/messages/connectors.ts';
import type { Action } from '../../../prisma/generated/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { isStepUndone } from '../../decisions/posted-before.ts';
import { loadMessageToSettle } from '../settling/message-to-settle.ts';

/** A letter that a person may have posted before it was taken back. Local days. */
export interface LetterTakenBack {
  madeOn: string;
  takenBackOn: string;
}

/**
 * The last letter of a cancelled action that waited for a person to post it; null when there was none, or when its step
 * is done or on its way otherwise.
 */
export async function letterTakenBack(
  db: Database,
  { id: actionId, creditorId, state, settledAt }: Pick<Action, 'id' | 'creditorId' | 'state' | 'settledAt'>,
): Promise<LetterTakenBack | null> {
  if (state !== 'cancelled') return null;
  const made = await db.message.findMany({
    where: { creditorId, actionId, kind: 'letter', status: { in: ['rendered', 'cancelled'] }, handedOverAt: null },
    orderBy: { reservedAt: 'desc' },
  });
  const letter = made.find((one) => one.renderedAt !== null && isPostedByPerson(one));
  // An older release kept no instant with the action of a letter by hand or of a run.
  const backAt = earliest(settledAt, letter?.settledAt ?? null);
  if (!letter?.renderedAt || !backAt) return null;
  if (!(await isStepUndone(db, await loadMessageToSettle(db, letter.id)))) return null;
  const { timeZone } = await db.settings.findUniqueOrThrow({ where: { creditorId }, select: { timeZone: true } });
  const dayOf = (at: Date) => localDate(at.toISOString(), timeZone);
  return { madeOn: dayOf(letter.renderedAt), takenBackOn: dayOf(backAt) };
}

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));
