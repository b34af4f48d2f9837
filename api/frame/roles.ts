import type { Role } from '../../prisma/generated/enums.ts';

/** Who may call a route: these roles and those above them, or anyone (health, webhooks with their own signature). */
export type Who = readonly Role[] | 'anyone';

/** Each role may do what the ones before it may. `payments` and `operator` are outside this order. */
const LADDER: readonly Role[] = ['collector', 'supervisor', 'admin'];

/** Whether `role` may call a route declared for `who`. An empty list means nobody. */
export function isAllowed(role: Role, who: Who): boolean {
  if (who === 'anyone') return true;
  return who.some(
    (named) => named === role || (LADDER.includes(named) && LADDER.indexOf(role) > LADDER.indexOf(named)),
  );
}
