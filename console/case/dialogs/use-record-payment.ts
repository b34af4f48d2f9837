import { notifications } from '@mantine/notifications';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import type { paths } from '../../api/schema.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { sayHandedOver } from './handed-over.tsx';

type PaymentBody = paths['/v1/payments']['post']['requestBody']['content']['application/json'];

interface Said {
  done: string;
  /** Shown when the payment was already recorded under the same reference. */
  known: string;
  /** Reason of the reversal, in the history. */
  undone: string;
  /** Shown once the payment is reversed. */
  reversed: string;
}

/**
 * Records a payment; the undo reverses it. A payment that was already recorded under the typed reference changes
 * nothing and offers no undo: it belongs to somebody else, or was reversed.
 */
export function useRecordPayment(said: Said, hasOwnId: boolean, close: () => void) {
  const reverse = useChange({
    run: (externalId: string) => {
      const body = { external_id: `console-${crypto.randomUUID()}`, reason: said.undone };
      return answerOf(
        api.POST('/v1/payments/{external_id}/reversal', { params: { path: { external_id: externalId } }, body }),
      );
    },
    done: () => said.reversed,
  });
  return useChange({
    run: async (body: PaymentBody) => {
      const { data, response } = await api.POST('/v1/payments', { body });
      // A reference that this dialog generated can only exist already after a lost answer: it is the same payment.
      return { gone: data?.handed_over ?? [], isNew: hasOwnId || response.status === 201 };
    },
    onDone: ({ gone, isNew }, { external_id: externalId }) => {
      close();
      sayHandedOver(gone);
      if (isNew) offerUndo({ said: said.done, undo: () => reverse.mutate(externalId) });
      else notifications.show({ message: said.known, color: 'yellow', withBorder: true, autoClose: 12_000 });
    },
    showsError: true,
  });
}
