import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import type { FreeMoney } from './free-money.ts';
import { usedFor } from './take-off-invoice.ts';

interface Share {
  number: string;
  cents: number;
}

/**
 * The result: what was allocated, the messages already handed to a provider, and the refusal that stopped it, if any.
 */
export interface Allocated {
  taken: Share[];
  gone: { message_id: string; invoice_number: string }[];
  stopped: { number: string; error: unknown } | null;
  /**
   * False when some of this money was set against one of these invoices before, because taking it off would take off
   * that part too.
   */
  canBeUndone: boolean;
}

/**
 * Sets unallocated money against invoices, one after the other. Throws when the first is refused, because nothing was
 * changed. A later refusal is reported with the allocations made before it, because the amounts on the screen have
 * changed.
 */
export function useAllocating(money: FreeMoney, tell: (allocated: Allocated) => void, close: () => void) {
  return useChange({
    run: async (shares: readonly Share[]): Promise<Allocated> => {
      const before = await usedFor(money);
      const canBeUndone = !shares.some(({ number }) => before.includes(number));
      const allocated: Allocated = { taken: [], gone: [], stopped: null, canBeUndone };
      for (const share of shares) {
        try {
          allocated.gone.push(...(await allocate(money, share)));
          allocated.taken.push(share);
        } catch (error) {
          if (allocated.taken.length === 0) throw error;
          return { ...allocated, stopped: { number: share.number, error } };
        }
      }
      return allocated;
    },
    onDone: tell,
    onDoneHere: close,
    showsError: true,
  });
}

async function allocate({ kind, name }: FreeMoney, { number, cents }: Share): Promise<Allocated['gone']> {
  const body = { invoice_number: number, amount_cents: cents };
  const answer = await sendOnce<{ handed_over: Allocated['gone'] }>(['allocate', kind, name, body], (header) => {
    if (kind === 'credit_note')
      return answerOf(api.POST('/v1/invoices/{id}/allocations', { params: { path: { id: name }, header }, body }));
    const params = { path: { external_id: name }, header };
    return answerOf(api.POST('/v1/payments/{external_id}/allocations', { params, body }));
  });
  return answer.handed_over;
}
