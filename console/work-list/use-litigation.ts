import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { useSettings } from '../case/case-data.ts';
import { offerUndo } from '../frame/undo.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { litigationWords, outOf } from './litigation-words.ts';

/** What is put in, or taken out. */
export interface Litigant {
  id: string;
  number: string;
}

/** One that is in litigation, with why: what an undo has to put back. */
export interface InLitigation extends Litigant {
  reason: string;
}

const put = ({ id }: Litigant, reason: string) =>
  answerOf(api.PUT('/v1/invoices/{id}/litigation', { params: { path: { id } }, body: { reason } }));
const takeOut = ({ id }: Litigant) =>
  answerOf(api.DELETE('/v1/invoices/{id}/litigation', { params: { path: { id } }, body: {} }));

/** How many are told at a time: each is a fact of its own, under its customer's lock. */
const AT_ONCE = 4;

async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Litigation on and off, for one or for many, each with its undo. */
export function useLitigation() {
  const w = useWords(litigationWords);
  const { count } = useFormats();
  const isConfirmed = useSettings().data?.confirm_after_release ?? true;
  const [done, setDone] = useState(0);
  const said = (of: readonly Litigant[]) => (of.length === 1 && of[0] ? of[0].number : count(of.length, w.one, w.many));
  const undoPut = useChange({
    run: (of: readonly Litigant[]) => inTurns(of, takeOut),
  });
  const undoOut = useChange({
    run: (of: readonly InLitigation[]) => inTurns(of, async (one) => void (await put(one, one.reason))),
  });
  const open = useChange({
    run: async ({ of, reason }: { of: readonly Litigant[]; reason: string }) => {
      const left: string[] = [];
      setDone(0);
      await inTurns(of, async (one) => {
        const { handed_over } = await put(one, reason);
        left.push(...handed_over.map(({ invoice_number }) => invoice_number));
        setDone((was) => was + 1);
      });
      return left;
    },
    showsError: true,
    onDone: (left, { of }) => {
      offerUndo({ said: w.done(said(of)), undo: () => undoPut.mutate(of) });
      if (left.length > 0) notifications.show({ message: w.handedOver(left.join(', ')), withBorder: true });
    },
  });
  const close = useChange({
    run: (of: readonly InLitigation[]) => inTurns(of, takeOut),
    onDone: (_, of) => offerUndo({ said: outOf(w, said(of), isConfirmed), undo: () => undoOut.mutate(of) }),
  });
  return { open, close, done, said, isConfirmed };
}
