import { IconHourglass } from '@tabler/icons-react';
import { kindWord, letterWord, modeWord, toPostWord } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Invoice } from './case-data.ts';
import { useLaterSteps } from './future.ts';
import { stepName } from './step-name.ts';
import classes from './timeline.module.css';

const words = defineWords(
  {
    on: (day: string) => `le ${day}`,
    about: (day: string) => `vers le ${day}, si rien ne change`,
    later: (day: string) => `le ${day}, si rien ne change`,
    deadline: 'Puis relances épuisées\u00a0: contentieux, échéancier ou passage en perte\u00a0?',
  },
  {
    on: (day: string) => `on ${day}`,
    about: (day: string) => `about ${day}, if nothing changes`,
    later: (day: string) => `on ${day}, if nothing changes`,
    deadline: 'Then exhausted: litigation, instalments or write-off?',
  },
);

/** The next step and those after it, the latest on top. */
export function TimelineFuture({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { day, fromToday, language } = useFormats();
  const later = useLaterSteps(invoice);
  const { next } = invoice.dunning;
  if (!next) return null;
  const how = next.letter_kind ? letterWord(next.letter_kind, language) : kindWord(next.kind, language);
  return (
    <ul className={classes.list} data-testid="future">
      <FutureEntry text={w.deadline} />
      {later.toReversed().map(({ key, level, mode, on, isAbout }) => (
        <FutureEntry
          key={key}
          text={`${stepName(level, language)} ${(isAbout ? w.about : w.later)(day(on))} · ${modeWord(mode, language)}`}
        />
      ))}
      <FutureEntry
        text={`${stepName(next.level, language)} ${w.on(day(next.due_at))} (${fromToday(next.due_at)}) · ${how} · ${next.letter_made_on ? toPostWord(language) : modeWord(next.mode, language)}`}
        isNext
      />
    </ul>
  );
}

function FutureEntry({ text, isNext }: { text: string; isNext?: boolean }) {
  return (
    <li className={`${classes.entry} ${classes.future}`}>
      <span className={classes.icon}>
        <IconHourglass size={13} aria-hidden />
      </span>
      <div className={classes.text} style={isNext ? { fontWeight: 600, alignSelf: 'center' } : { alignSelf: 'center' }}>
        {text}
      </div>
    </li>
  );
}
