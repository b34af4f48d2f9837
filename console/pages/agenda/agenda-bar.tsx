import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Action, isConfirmable } from '../../action/action-data.ts';
import { saveFile } from '../../table/save-file.ts';
import type { Selection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { notifications } from '@mantine/notifications';
import { problemSentence } from '../../states/problem-sentence.ts';
import { BulkConfirm } from './bulk-confirm.tsx';
import { mergedLetters } from './merged-letters.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    confirm: (count: string) => `Confirmer ${count}…`,
    letters: (count: string) => `Imprimer ${count} en un PDF`,
    letter: 'courrier',
    letterMany: 'courriers',
    file: 'courriers',
  },
  {
    one: 'action',
    many: 'actions',
    confirm: (count: string) => `Confirm ${count}…`,
    letters: (count: string) => `Print ${count} as one PDF`,
    letter: 'letter',
    letterMany: 'letters',
    file: 'letters',
  },
);

interface AgendaBarProps {
  selection: Selection;
  rows: readonly Action[];
}

/** What can be done with the actions that are ticked, in the order in which they are shown. */
export function AgendaBar({ selection, rows }: AgendaBarProps) {
  const w = useWords(words);
  const { count, money } = useFormats();
  const { language } = useLanguage();
  const [isConfirming, setConfirming] = useState(false);
  const chosen = rows.filter(({ id }) => selection.has(id));
  const confirmable = chosen.filter(isConfirmable);
  const letters = chosen.filter(({ kind }) => kind === 'letter' || kind === 'email');
  const print = useMutation({
    mutationFn: async () => saveFile(await mergedLetters(letters.map(({ id }) => id)), `${w.file}.pdf`),
    onError: (error) => {
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true });
    },
  });
  const sum = sumOf(chosen);
  const said = [count(chosen.length, w.one, w.many), sum && money(sum.cents, sum.currency)].filter(Boolean).join(' · ');
  return (
    <>
      <SelectionBar said={chosen.length > 0 ? said : null} clear={selection.clear}>
        {confirmable.length > 0 && (
          <Button onClick={() => setConfirming(true)}>{w.confirm(count(confirmable.length, w.one, w.many))}</Button>
        )}
        {letters.length > 0 && (
          <Button variant="default" loading={print.isPending} onClick={() => print.mutate()}>
            {w.letters(count(letters.length, w.letter, w.letterMany))}
          </Button>
        )}
      </SelectionBar>
      {isConfirming && <BulkConfirm actions={confirmable} close={() => setConfirming(false)} clear={selection.clear} />}
    </>
  );
}

/** Of one currency, or nothing. */
function sumOf(actions: readonly Action[]): { cents: number; currency: string } | null {
  const [first] = actions;
  if (!first?.currency || actions.some(({ currency }) => currency !== first.currency)) return null;
  return { cents: actions.reduce((sum, { amount_cents: cents }) => sum + cents, 0), currency: first.currency };
}
