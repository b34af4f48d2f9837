import type { Criteria } from '../domain/groups/criteria.ts';
import type { Lapse } from '../domain/messages/stopping-holds.ts';
import type { Reason } from '../domain/ladder/plan.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { Verdict } from '../workflows/messages.ts';
import type { Actor } from './outcome.ts';

// The types of the JSON columns that several modules read. Only Relance writes these columns, in these types, so they are
// not checked again on reading. A release that changes one of the types must still read what earlier releases stored.

/** A column `actor` or `stoppedBy`. */
export const asActor = (stored: Prisma.JsonValue): Actor => stored as unknown as Actor;

/** The `reasons` of an open step. */
export const asReasons = (stored: Prisma.JsonValue): Reason[] => stored as unknown as Reason[];

/** The `verdict` of a decision; null while nobody has judged it. */
export const asVerdict = (stored: Prisma.JsonValue): Verdict | null => stored as unknown as Verdict | null;

/** The `criteria` of a group. */
export const asCriteria = (stored: Prisma.JsonValue): Criteria => stored as unknown as Criteria;

/** The `earlierLapses` of a hold. */
export const asLapses = (stored: Prisma.JsonValue): Lapse[] => stored as unknown as Lapse[];

/** A value of one of these types, or another that JSON keeps whole, for its column. */
export const asJson = (value: object): Prisma.JsonObject | Prisma.JsonArray => value;
