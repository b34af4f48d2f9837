import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { useSettings } from '../case/case-data.ts';
import { offerUndo } from '../frame/undo.tsx';
import { problemSentence } from '../states/problem-sentence.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { inTurns, type Turns } from './in-turns.ts';
import { litigationWords, outOf } from './litigation-words.ts';

/** A case to put in litigation or to take out of it. */
export interface Litigant {
  id: string;
  number: string;
}

/** A case in litigation, with its reason, which an undo needs. */
export interface InLitigation extends Litigant {
  reason: string;
}

const put = ({ id }: Litigant, reason: string) =>
  answerOf(api.PUT('/v1/invoices/{id}/litigation', { params: { path: { id } }, body: { reason } }));
const takeOut = ({ id }: Litigant) =>
  answerOf(api.DELETE('/v1/invoices/{id}/litigation', { params: { path: { id } }, body: {} }));

/** Opens and ends litigation, for one case or many, each with its undo. */
export function useLitigation() {
  const w = useWords(litigationWords);
  const { count, language } = useFormats();
  const isConfirmed = useSettings().data?.confirm_after_release ?? true;
  const [done, setDone] = useState(0);
  const said = (of: readonly Litigant[]) => (of.length === 1 && of[0] ? of[0].number : count(of.length, w.one, w.many));
  const tell = ({ refused }: Turns<Litigant, unknown>) => {
    if (refused.length === 0) return;
    const each = refused.map(({ item, error }) => `${item.number} – ${problemSentence(error, language).text}`);
    const title = w.refused(count(refused.length, w.one, w.many));
    notifications.show({ title, message: each.join(' '), color: 'red', withBorder: true, autoClose: false });
  };
  const undoPut = useChange({ run: (of: readonly Litigant[]) => inTurns(of, takeOut), onDone: tell });
  const undoOut = useChange({
    run: (of: readonly InLitigation[]) => inTurns(of, (one) => put(one, one.reason)),
    onDone: tell,
  });
  const open = useChange({
    run: ({ of, reason }: { of: readonly Litigant[]; reason: string }) => {
      setDone(0);
      return inTurns(of, async (one) => {
        const { handed_over: handedOver } = await put(one, reason);
        setDone((was) => was + 1);
        return handedOver;
      });
    },
    showsError: true,
    onDone: (turns) => {
      const of = turns.done.map(({ item }) => item);
      const left = turns.done.flatMap(({ result }) => result.map(({ invoice_number }) => invoice_number));
      offerUndo({ said: w.done(said(of)), undo: () => undoPut.mutate(of) });
      if (left.length > 0) notifications.show({ message: w.handedOver(left.join(', ')), withBorder: true });
      tell(turns);
    },
  });
  const close = useChange({
    run: (of: readonly InLitigation[]) => inTurns(of, takeOut),
    onDone: (turns) => {
      const of = turns.done.map(({ item }) => item);
      offerUndo({ said: outOf(w, said(of), isConfirmed), undo: () => undoOut.mutate(of) });
      tell(turns);
    },
  });
  return { open, close, done, said, isConfirmed };
}
