import type { Transaction } from '../../prisma/client.ts';

/** A case's first step after going live. */
export interface FirstStep {
  level: number;
  kind: string;
  dueOn: string;
  balanceCents: number;
  /** ISO 4217. */
  currency: string;
  reachable: boolean;
}

export interface FirstDay {
  /** Open cases. */
  cases: number;
  /** What falls due on the earliest day on which anything does. Sums cover only the creditor's own currency. */
  first_day: { level: number; kind: string; count: number; balance_cents: number }[];
  /** Cases whose first step has nowhere to go. */
  no_address: number;
}

/** Adds the first steps up by level and channel: all are counted, and those in `currency` are summed. */
export function firstDayOf(cases: number, steps: readonly FirstStep[], currency: string): FirstDay {
  const firstOn = steps.reduce((first, step) => (first === '' || step.dueOn < first ? step.dueOn : first), '');
  const groups = new Map<string, FirstDay['first_day'][number]>();
  for (const { level, kind, ...owed } of steps.filter((step) => step.dueOn === firstOn)) {
    const key = `${level} ${kind}`;
    const group = groups.get(key) ?? { level, kind, count: 0, balance_cents: 0 };
    const cents = owed.currency === currency ? owed.balanceCents : 0;
    groups.set(key, { ...group, count: group.count + 1, balance_cents: group.balance_cents + cents });
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return { cases, first_day: sorted, no_address: steps.filter((step) => !step.reachable).length };
}

/** Whether a message of this channel has an address to go to; calls and tasks always have. */
export async function isReachable(tx: Transaction, customerId: string, kind: string): Promise<boolean> {
  if (kind === 'email') {
    return (await tx.contact.count({ where: { customerId, email: { not: null }, emailProblem: null } })) > 0;
  }
  if (kind !== 'letter') return true;
  return (await tx.customer.count({ where: { id: customerId, addressLines: { isEmpty: false } } })) > 0;
}
