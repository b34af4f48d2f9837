import type { Role } from '../../prisma/generated/enums.ts';

/** Who may call a route: roles, each with those above it, or anyone (health, webhooks with their own signature). */
export type Who = readonly Role[] | 'anyone';

/** Each of the last may do what the one before may. `payments` and `operator` may do nothing else. */
const LADDER: readonly Role[] = ['collector', 'supervisor', 'admin'];

/** What a key may do that acts for a person: what its role may, and no more than the person's own. `payments` stays. */
export const lowerRole = (ofKey: Role, ofUser: Role): Role =>
  LADDER.includes(ofKey) && LADDER.indexOf(ofUser) < LADDER.indexOf(ofKey) ? ofUser : ofKey;

/** Whether `role` may call a route that is declared for `who`. Silence means nobody. */
export function isAllowed(role: Role, who: Who): boolean {
  if (who === 'anyone') return true;
  return who.some(
    (named) => named === role || (LADDER.includes(named) && LADDER.indexOf(role) > LADDER.indexOf(named)),
  );
}
