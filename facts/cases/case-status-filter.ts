import type { CaseStatus } from '../../domain/case/status.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import type { HoldKind, Prisma } from '../../prisma/generated/client.ts';

type Where = Prisma.InvoiceWhereInput;

/** Cases that have not ended. */
export const OPEN = { kind: 'invoice', closedAs: null } as const satisfies Where;

/** Held by a hold of that kind, the customer's included; by any when none is named. */
export function heldWhere(kind?: HoldKind): Where {
  const inForce = { endedAt: null, ...(kind ? { kind } : {}) };
  return {
    OR: [{ holds: { some: inForce } }, { customer: { holds: { some: { ...inForce, invoiceId: null } } } }],
  };
}

/** The invoices of a status: `statusOf` (domain/case/status.ts) once more, as a query. A test holds them together. */
export function statusWhere(status: CaseStatus, at: Date): Where {
  const attended = { ...OPEN, attentionCode: null };
  const free: Where = { ...attended, NOT: heldWhere() };
  const onLadder: Where = { ...free, exhaustedAt: null };
  const come = { messageId: null, dueAt: { lte: at } };
  switch (status) {
    case 'needs_attention':
      return { ...OPEN, attentionCode: { not: null } };
    case 'held':
      return { ...attended, ...heldWhere() };
    case 'exhausted':
      return { ...free, exhaustedAt: { not: null } };
    case 'sending':
      return { ...onLadder, openStep: { is: { messageId: { not: null } } } };
    case 'waiting':
      return {
        ...onLadder,
        OR: [{ openStep: { is: null } }, { openStep: { is: { messageId: null, dueAt: { gt: at } } } }],
      };
    case 'to_confirm':
      return { ...onLadder, openStep: { is: { ...come, action: { mode: 'to_confirm' } } } };
    case 'due':
      return { ...onLadder, openStep: { is: { ...come, action: { mode: { not: 'to_confirm' } } } } };
    case 'paid':
    case 'cancelled':
    case 'written_off':
      return { kind: 'invoice', closedAs: status };
  }
}

/** Invoices whose next level has come and may go: nothing holds it, nobody has to look first, it is not on its way. */
export function levelDueWhere(level: number, todayOn: string): Where {
  return {
    ...OPEN,
    attentionCode: null,
    exhaustedAt: null,
    NOT: heldWhere(),
    nextLevel: level,
    nextTurnOn: { lte: toDateColumn(todayOn) },
    openStep: { is: { messageId: null } },
  };
}
