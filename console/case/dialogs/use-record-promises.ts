import { notifications } from '@mantine/notifications';
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

interface Said {
  done: (bodies: readonly PromiseBody[]) => string;
  /** Shown when all of it was promised before. */
  known: string;
}

/**
 * Records promises one after the other; the undo withdraws those that were new. When one is refused, those before it
 * stay recorded: `recorded` counts them, and a repeat continues after them.
 */
export function useRecordPromises(invoiceId: string, said: Said, close: () => void) {
  const path = { id: invoiceId };
  const withdraw = useChange({
    run: async (ids: readonly string[]) => {
      for (const pid of ids)
        await answerOf(api.DELETE('/v1/invoices/{id}/promises/{pid}', { params: { path: { ...path, pid } } }));
    },
  });
  const { send, recorded } = useSend(invoiceId);
  const record = useChange({
    run: send,
    onDone: (answers, bodies) => {
      close();
      const gone = answers.flatMap((answer) => answer.gone);
      sayHandedOver([...new Map(gone.map((message) => [message.message_id, message])).values()]);
      const ids = answers.flatMap(({ id, isNew }) => (isNew ? [id] : []));
      if (ids.length > 0) offerUndo({ said: said.done(bodies), undo: () => withdraw.mutate(ids) });
      else notifications.show({ message: said.known, color: 'yellow', withBorder: true, autoClose: 12_000 });
    },
    showsError: true,
  });
  return { record, recorded };
}

/** Sends the promises that are not recorded yet, and returns the answers for all of them. */
function useSend(invoiceId: string) {
  const [done, setDone] = useState<Awaited<ReturnType<typeof sendOne>>[]>([]);
  const send = async (bodies: readonly PromiseBody[]) => {
    const answers = [...done];
    for (const body of bodies.slice(done.length)) {
      answers.push(await sendOne(invoiceId, body));
      setDone([...answers]);
    }
    return answers;
  };
  return { send, recorded: done.length };
}

async function sendOne(invoiceId: string, body: PromiseBody) {
  const { data, response } = await sendOnce(['promise', invoiceId, body], (header) =>
    api.POST('/v1/invoices/{id}/promises', { params: { path: { id: invoiceId }, header }, body }),
  );
  return { id: data?.id ?? '', gone: data?.handed_over ?? [], isNew: response.status === 201 };
}
