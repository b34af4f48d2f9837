import { Checkbox } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    label: 'Recto verso',
    hint: 'Chaque courrier commence sur une nouvelle feuille\u00a0: une page blanche suit ceux dont le nombre de pages est impair.',
  },
  {
    label: 'Double-sided',
    hint: 'Each letter begins on a new sheet: a blank page follows those with an odd number of pages.',
  },
);

/** Whether letters are printed on both sides: the last choice in this browser, since a printer seldom changes. */
export function useDuplex() {
  const [isDuplex, choose] = useLocalStorage({
    key: 'relance-duplex',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return { isDuplex, choose };
}

/** Beside a button that opens or saves the letters of several customers in one file. */
export function DuplexBox() {
  const w = useWords(words);
  const { isDuplex, choose } = useDuplex();
  return (
    <Checkbox
      size="xs"
      label={w.label}
      title={w.hint}
      checked={isDuplex}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
