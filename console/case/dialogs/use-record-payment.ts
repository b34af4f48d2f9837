import { notifications } from '@mantine/notifications';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import type { paths } from '../../api/schema.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { sayHandedOver } from './handed-over.tsx';

type PaymentBody = paths['/v1/payments']['post']['requestBody']['content']['application/json'];

interface Said {
  done: string;
  /** The same payment, under the same reference, was there before. */
  known: string;
  /** Why it is reversed, in the history. */
  undone: string;
  /** Said once it is reversed. */
  reversed: string;
}

/**
 * Records a payment, to be undone by its reversal. One that a typed reference had recorded before changes nothing, and is not
 * offered to be undone: it is somebody else's, or was reversed.
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
      // An id of the dialog's own is known only after a lost answer: it is this very payment.
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
