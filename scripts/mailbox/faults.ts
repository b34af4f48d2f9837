import { z } from 'zod';
import { isAddressedTo } from './mail-record.ts';

const ACCEPTING_KINDS = ['accept_then_reset', 'accept_then_timeout', 'bad_body'] as const;
const REJECTING_KINDS = [
  'reset',
  'timeout',
  '500',
  '429',
  'daily_quota',
  'monthly_quota',
  '422',
  '409',
  '401',
  '403',
] as const;
const faultKind = z.preprocess(
  (kind) => (typeof kind === 'number' ? String(kind) : kind),
  z.enum([...ACCEPTING_KINDS, ...REJECTING_KINDS]),
);
export type FaultKind = z.infer<typeof faultKind>;

/** `POST /faults`: the next `next` calls (to that address) fail in this way; 0 clears the faults (of that address, or all). */
export const faultRequest = z
  .strictObject({
    next: z.int().min(0).max(1_000_000),
    kind: faultKind.optional(),
    to: z.string().min(3).max(320).regex(/@/, 'must be an e-mail address').optional(),
  })
  .refine(({ next, kind }) => next === 0 || kind !== undefined, {
    path: ['kind'],
    message: 'is needed unless next is 0',
  });

interface Fault {
  kind: FaultKind;
  remaining: number;
  to: string | null;
}

/** Whether the mail is in the ledger although its sender does not learn it. */
export function isAccepting(kind: FaultKind): boolean {
  return (ACCEPTING_KINDS as readonly string[]).includes(kind);
}

/** The faults that were ordered and not used up yet; forgotten at a restart. */
export class Faults {
  private readonly byAddress = new Map<string | null, Fault>();

  /** Replaces what was ordered before for the same address (or for any address). */
  order({ next, kind, to }: z.infer<typeof faultRequest>): void {
    const address = to?.trim().toLowerCase() ?? null;
    if (next === 0 && address === null) this.byAddress.clear();
    this.byAddress.delete(address);
    if (next > 0 && kind !== undefined) this.byAddress.set(address, { kind, remaining: next, to: address });
  }

  /** Returns the fault for this call and uses it up once; a fault for its address goes before one for any address. */
  take(mail: { to: string[] }): FaultKind | null {
    const own = [...this.byAddress.values()].find(({ to }) => to !== null && isAddressedTo(mail, to));
    const fault = own ?? this.byAddress.get(null);
    if (fault === undefined) return null;
    fault.remaining -= 1;
    if (fault.remaining === 0) this.byAddress.delete(fault.to);
    return fault.kind;
  }

  list(): Fault[] {
    return [...this.byAddress.values()].map((fault) => ({ ...fault }));
  }
}
