import { localDate } from '../../domain/calendar/local-time.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { Action } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';

/** A letter that a person may have posted before something took it back. Local days. */
export interface LetterTakenBack {
  madeOn: string;
  takenBackOn: string;
}

/** The last letter that was made of a cancelled action and that waited for a person to post it; null: there was none. */
export async function letterTakenBack(
  db: Database,
  { id: actionId, creditorId, state, settledAt }: Pick<Action, 'id' | 'creditorId' | 'state' | 'settledAt'>,
): Promise<LetterTakenBack | null> {
  if (state !== 'cancelled' || settledAt === null) return null;
  const made = await db.message.findMany({
    where: { creditorId, actionId, kind: 'letter', status: { in: ['rendered', 'cancelled'] }, handedOverAt: null },
    orderBy: { reservedAt: 'desc' },
  });
  const letter = made.find((one) => one.renderedAt !== null && isPostedByPerson(one));
  if (!letter?.renderedAt) return null;
  const { timeZone } = await db.settings.findUniqueOrThrow({ where: { creditorId }, select: { timeZone: true } });
  const dayOf = (at: Date) => localDate(at.toISOString(), timeZone);
  const backAt = letter.settledAt !== null && letter.settledAt < settledAt ? letter.settledAt : settledAt;
  return { madeOn: dayOf(letter.renderedAt), takenBackOn: dayOf(backAt) };
}
