import { Tooltip } from '@mantine/core';
import { IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import classes from './level.module.css';
import { colourOfLevel } from './level.ts';

const words = defineWords(
  {
    done: (level: number, day: string) => `R${level} faite le ${day}`,
    due: (level: number) => `R${level} à faire`,
    planned: (level: number, day: string) => `R${level} prévue le ${day}`,
    no: (level: number) => `R${level} non concernée`,
  },
  {
    done: (level: number, day: string) => `R${level} done on ${day}`,
    due: (level: number) => `R${level} is due`,
    planned: (level: number, day: string) => `R${level} planned for ${day}`,
    no: (level: number) => `R${level} not concerned`,
  },
);

export interface LevelStateProps {
  level: number;
  state: 'not_concerned' | 'due' | 'done';
  due_on: string | null;
  done_at: string | null;
}

/** Where a level stands: cross, hourglass or check; its day on hover and on focus. */
export function LevelState({ level, state, due_on, done_at }: LevelStateProps) {
  const w = useWords(words);
  const { day } = useFormats();
  const said =
    state === 'done' && done_at
      ? w.done(level, day(done_at))
      : state === 'due'
        ? w.due(level)
        : due_on
          ? w.planned(level, day(due_on))
          : w.no(level);
  const Icon = state === 'done' ? IconCheck : state === 'due' ? IconHourglass : IconX;
  return (
    <Tooltip label={said}>
      <span
        className={classes.state}
        style={{ color: state === 'not_concerned' ? 'var(--quiet)' : colourOfLevel(level) }}
        role="img"
        aria-label={said}
        // The date has to be had by keyboard too.
        tabIndex={0}
      >
        <Icon size={17} stroke={state === 'not_concerned' ? 1.4 : 2.4} aria-hidden />
      </span>
    </Tooltip>
  );
}
