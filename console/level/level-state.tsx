import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import { LineIcon } from '../table/line-icon.tsx';
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
  // Under the mouse or in focus. A list has a hundred of these: each its own tooltip would cost more than all else in it.
  const [near, setNear] = useState<HTMLElement | null>(null);
  const leave = () => setNear(null);
  const said =
    state === 'done' && done_at
      ? w.done(level, day(done_at))
      : state === 'due'
        ? w.due(level)
        : due_on
          ? w.planned(level, day(due_on))
          : w.no(level);
  const isQuiet = state === 'not_concerned';
  return (
    <>
      <span
        className={classes.state}
        style={{ color: isQuiet ? undefined : colourOfLevel(level) }}
        role="img"
        aria-label={said}
        // The date has to be had by keyboard too.
        tabIndex={0}
        onMouseEnter={({ currentTarget }) => setNear(currentTarget)}
        onMouseLeave={leave}
        onFocus={({ currentTarget }) => setNear(currentTarget)}
        onBlur={leave}
      >
        <LineIcon name={state === 'done' ? 'check' : state === 'due' ? 'hourglass' : 'cross'} isThin={isQuiet} />
      </span>
      {near && <Tooltip label={said} target={near} opened />}
    </>
  );
}
