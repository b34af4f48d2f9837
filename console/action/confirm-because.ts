import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Action } from './action-data.ts';

type Why = Action['confirm_because'][number];

/** Reasons that are about the case itself, the weightiest first: somebody should look before it leaves. */
const WEIGHTY = [
  'credit_cover',
  'reversal',
  'allocation_reversed',
  'litigation',
  'dispute_rejected',
  'long_hold',
  'restored',
] as const satisfies readonly Why[];

type Weighty = (typeof WEIGHTY)[number];

const words = defineWords(
  {
    alone: {
      credit_cover: 'Des sommes non affectées du client couvrent la créance.',
      reversal: 'Première relance après le rejet d’un règlement.',
      allocation_reversed: 'Première relance depuis qu’une somme lui a été retirée.',
      litigation: 'Première relance après un contentieux.',
      dispute_rejected: 'Première relance après un litige rejeté.',
      long_hold: 'Première relance après plus de 30\u00a0jours d’arrêt.',
      restored: 'Base rétablie d’une sauvegarde\u00a0: une relance a pu partir ou un règlement arriver depuis.',
    },
    among: {
      credit_cover: (n: string) => `${n} dont la créance est couverte par des sommes non affectées`,
      reversal: (n: string) => `${n} après le rejet d’un règlement`,
      allocation_reversed: (n: string) => `${n} depuis qu’une somme lui a été retirée`,
      litigation: (n: string) => `${n} après un contentieux`,
      dispute_rejected: (n: string) => `${n} après un litige rejeté`,
      long_hold: (n: string) => `${n} après plus de 30\u00a0jours d’arrêt`,
      restored: (n: string) => `${n} depuis le rétablissement d’une sauvegarde`,
    },
  },
  {
    alone: {
      credit_cover: 'Unallocated money of the customer covers the claim.',
      reversal: 'First reminder after a payment was reversed.',
      allocation_reversed: 'First reminder since money was taken off it.',
      litigation: 'First reminder after litigation.',
      dispute_rejected: 'First reminder after a rejected dispute.',
      long_hold: 'First reminder after more than 30 days of standing still.',
      restored: 'Restored from a backup: a reminder may have left or a payment come since.',
    },
    among: {
      credit_cover: (n: string) => `${n} whose claim is covered by unallocated money`,
      reversal: (n: string) => `${n} after a payment was reversed`,
      allocation_reversed: (n: string) => `${n} since money was taken off it`,
      litigation: (n: string) => `${n} after litigation`,
      dispute_rejected: (n: string) => `${n} after a rejected dispute`,
      long_hold: (n: string) => `${n} after more than 30 days of standing still`,
      restored: (n: string) => `${n} since a backup was restored`,
    },
  },
);

type Asked = Pick<Action, 'confirm_because' | 'status'>;

/** The weightiest reason for which this action waits to be confirmed; undefined when it is its mode alone. */
const weightiest = ({ confirm_because: because, status }: Asked): Weighty | undefined =>
  status === 'to_confirm' ? WEIGHTY.find((why) => because.includes(why)) : undefined;

/** Whether somebody should look at this action by itself before it is confirmed. */
export const isToLookAt = (action: Asked): boolean => weightiest(action) !== undefined;

/** Words for why actions should be looked at: of one as a sentence, of several counted. */
export function useConfirmBecause() {
  const w = useWords(words);
  const { number } = useFormats();
  return {
    alone: (action: Asked): string | null => {
      const why = weightiest(action);
      return why ? w.alone[why] : null;
    },
    /** Each action once, by its weightiest reason. */
    among: (actions: readonly Asked[]): string =>
      WEIGHTY.flatMap((why) => {
        const found = actions.filter((action) => weightiest(action) === why).length;
        return found > 0 ? [w.among[why](number(found))] : [];
      }).join(', '),
  };
}
