import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import type { FreeMoney } from './free-money.ts';
import { usedFor } from './take-off-invoice.ts';

interface Share {
  number: string;
  cents: number;
}

/** What came of it: what had gone to the provider before, and where it stopped, if it did. */
export interface Allocated {
  taken: Share[];
  gone: { message_id: string; invoice_number: string }[];
  stopped: { number: string; error: unknown } | null;
  /** All that was taken can be taken off again, and nothing that was set against one of these before goes with it. */
  canBeUndone: boolean;
}

/**
 * Sets free money against invoices, one after the other. Where the first is refused nothing was done, and it throws; a later
 * refusal is told with what was taken before it: the amounts on the screen are others by then.
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
