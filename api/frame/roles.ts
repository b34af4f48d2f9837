import type { Role } from '../../prisma/generated/enums.ts';

/** Who may call a route: roles, each with those above it, or anyone (health, webhooks with their own signature). */
export type Who = readonly Role[] | 'anyone';

/** Each of the last may do what the one before may. `payments` and `operator` may do nothing else. */
const LADDER: readonly Role[] = ['collector', 'supervisor', 'admin'];

/** Whether `role` may call a route that is declared for `who`. Silence means nobody. */
export function isAllowed(role: Role, who: Who): boolean {
  if (who === 'anyone') return true;
  return who.some(
    (named) => named === role || (LADDER.includes(named) && LADDER.indexOf(role) > LADDER.indexOf(named)),
  );
}
