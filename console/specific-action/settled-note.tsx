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

/** Items that something is typed about and that are not open any more. */
export interface Settled {
  numbers: string[];
  /** Goes on with the others; null when none is left. */
  goOn: (() => void) | null;
}

/** Says so before anything is sent, and asks whether to go on with the others. */
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
