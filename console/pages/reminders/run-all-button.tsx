import { Button } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { isAnyTicked } from '../../table/selection.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { modeOf, type RunOf } from './run/run-of.ts';
import type { WorkList } from './use-work-list.ts';

const words = defineWords(
  {
    one: 'Relancer le dossier en',
    many: (count: string) => `Relancer les ${count} dossiers en`,
  },
  {
    one: 'Remind the case at',
    many: (count: string) => `Remind the ${count} cases at`,
  },
);

/**
 * Shown while a level's counter is chosen and nothing is selected: starts a run over everything that the list shows.
 * The dialog first shows what would be sent.
 */
export function RunAllButton({ list, run }: { list: WorkList; run: (of: RunOf) => void }) {
  const w = useWords(words);
  const { number } = useFormats();
  const { counter, filter, whole, selection, pages } = list;
  const isTicked = selection.isWhole || isAnyTicked(selection.ids, pages.rows ?? []);
  if (!('level' in counter) || !whole?.count || isTicked) return null;
  const { level } = counter;
  const { count } = whole;
  return (
    <Button
      leftSection={<IconBellRinging size={15} aria-hidden />}
      onClick={() => run({ level, mode: modeOf(level, pages.rows ?? []), count, filter })}
    >
      {count === 1 ? w.one : w.many(number(count))} R{level}…
    </Button>
  );
}
