import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import { LineIcon } from '../table/line-icon.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import classes from './level.module.css';
import { colourOfLevel, holdWords } from './level.ts';
import { isLevelHeld, sayLevel } from './level-words.ts';

const words = defineWords(
  {
    done: (level: number, day: string) => `R${level} faite le ${day}`,
    due: (level: number) => `R${level} à faire`,
    held: (level: number, why: string) => `R${level} suspendue (${why})`,
    planned: (level: number, day: string) => `R${level} prévue le ${day}`,
    set: (level: number, day: string) => `R${level} considérée comme faite le ${day}, sans envoi`,
    no: (level: number) => `R${level} non concernée`,
  },
  {
    done: (level: number, day: string) => `R${level} done on ${day}`,
    due: (level: number) => `R${level} is due`,
    held: (level: number, why: string) => `R${level} on hold (${why})`,
    planned: (level: number, day: string) => `R${level} planned for ${day}`,
    set: (level: number, day: string) => `R${level} counts as done on ${day}, without a sending`,
    no: (level: number) => `R${level} not concerned`,
  },
);

export interface LevelStateProps {
  level: number;
  state: 'not_concerned' | 'due' | 'done';
  due_on: string | null;
  done_at: string | null;
  set_at: string | null;
  /** The kinds of holds in force: while there are any, neither a due nor a planned step is sent. */
  heldBy: readonly string[];
}

/**
 * The state of a level: cross, hourglass or check, gray under a hold. A gray check was set without a sending. The day is
 * shown on hover and on focus.
 */
export function LevelState({ level, state, due_on, done_at, set_at, heldBy }: LevelStateProps) {
  const w = useWords(words);
  const { day, language } = useFormats();
  // The hovered or focused element. One tooltip for each of a hundred in a list would cost more than the rest of the
  // list.
  const [near, setNear] = useState<HTMLElement | null>(null);
  const leave = () => setNear(null);
  const said = sayLevel({ state, due_on, done_at, set_at }, heldBy, {
    done: (on) => w.done(level, day(on)),
    due: () => w.due(level),
    held: () => w.held(level, holdWords(heldBy, language)),
    planned: (on) => w.planned(level, day(on)),
    set: (on) => w.set(level, day(on)),
    no: () => w.no(level),
  });
  const isCheck = state === 'done' || (state === 'not_concerned' && set_at !== null);
  const isQuiet = state === 'not_concerned' || isLevelHeld({ state, due_on }, heldBy);
  return (
    <>
      <span
        className={classes.state}
        style={{ color: isQuiet ? undefined : colourOfLevel(level) }}
        role="img"
        aria-label={said}
        // Keyboard users need the date too.
        tabIndex={0}
        onMouseEnter={({ currentTarget }) => setNear(currentTarget)}
        onMouseLeave={leave}
        onFocus={({ currentTarget }) => setNear(currentTarget)}
        onBlur={leave}
      >
        <LineIcon name={isCheck ? 'check' : state === 'due' ? 'hourglass' : 'cross'} isThin={isQuiet} />
      </span>
      {near && <Tooltip label={said} target={near} opened />}
    </>
  );
}
