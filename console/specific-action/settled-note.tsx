import { Alert, Button } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    one: (number: string) => `${number} a été réglée ou close entre-temps`,
    many: (numbers: string) => `${numbers} ont été réglées ou closes entre-temps`,
    kept: 'Rien n’est enregistré, et rien de ce que vous avez saisi n’est perdu.',
    without: 'Continuer sans elle',
    withoutMany: 'Continuer sans elles',
  },
  {
    one: (number: string) => `${number} was paid or closed meanwhile`,
    many: (numbers: string) => `${numbers} were paid or closed meanwhile`,
    kept: 'Nothing is stored, and nothing that you typed is lost.',
    without: 'Go on without it',
    withoutMany: 'Go on without them',
  },
);

/** Chosen items that are no longer open. */
export interface Settled {
  numbers: string[];
  /** Continues with the other items. Null when none is left. */
  goOn: (() => void) | null;
}

/** Notice before anything is sent, which asks whether to continue with the other items. */
export function SettledNote({ numbers, goOn }: Settled) {
  const w = useWords(words);
  const isOne = numbers.length === 1;
  const title = isOne ? w.one(numbers[0] ?? '') : w.many(numbers.join(', '));
  return (
    <Alert color="red" variant="light" role="alert" title={title}>
      {w.kept}
      {goOn && (
        <Button variant="default" mt="sm" display="block" onClick={goOn}>
          {isOne ? w.without : w.withoutMany}
        </Button>
      )}
    </Alert>
  );
}
