import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { sayHandedOver } from './handed-over.tsx';
import type { evidenceBody } from './promise-evidence.tsx';

export interface PromiseBody {
  amount_cents: number;
  promised_on: string;
  comment: string | null;
  evidence: ReturnType<typeof evidenceBody>;
}

/**
 * Records promises, one after the other, to be undone together. Where one is refused those before it stand: `recorded` says how many,
 * and a repeat records none of them twice.
 */
export function useRecordPromises(
  invoiceId: string,
  said: (bodies: readonly PromiseBody[]) => string,
  close: () => void,
) {
  const [recorded, setRecorded] = useState(0);
  const path = { id: invoiceId };
  const withdraw = useChange({
    run: async (ids: readonly string[]) => {
      for (const pid of ids)
        await answerOf(api.DELETE('/v1/invoices/{id}/promises/{pid}', { params: { path: { ...path, pid } } }));
    },
  });
  const record = useChange({
    run: async (bodies: readonly PromiseBody[]) => {
      const answers = [];
      for (const [at, body] of bodies.entries()) {
        setRecorded(at);
        answers.push(
          await sendOnce(['promise', invoiceId, body], (header) =>
            answerOf(api.POST('/v1/invoices/{id}/promises', { params: { path, header }, body })),
          ),
        );
      }
      return answers;
    },
    onDone: (answers, bodies) => {
      close();
      const gone = answers.flatMap(({ handed_over: messages }) => messages);
      sayHandedOver([...new Map(gone.map((message) => [message.message_id, message])).values()]);
      offerUndo({ said: said(bodies), undo: () => withdraw.mutate(answers.map(({ id }) => id)) });
    },
    showsError: true,
  });
  return { record, recorded: record.isError ? recorded : 0 };
}
