import { DateInput } from '@mantine/dates';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type DayFault, dayFaultOf, dayOf } from './typed-day.ts';

const words = defineWords(
  {
    noDay: 'Ce n’est pas une date (jj/mm/aaaa).',
    early: (day: string) => `Au plus tôt le ${day}.`,
    late: (day: string) => `Au plus tard le ${day}.`,
  },
  {
    noDay: 'This is not a date (dd/mm/yyyy).',
    early: (day: string) => `${day} at the earliest.`,
    late: (day: string) => `${day} at the latest.`,
  },
);

interface DayInputProps {
  /** Above it; without one, its name alone, in a line of filters. */
  label?: string;
  name?: string;
  /** `YYYY-MM-DD`, or nothing yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  description?: string | undefined;
  error?: string | undefined;
  minOn?: string | undefined;
  maxOn?: string | undefined;
  required?: boolean;
  clearable?: boolean;
  autoFocus?: boolean;
  size?: 'xs';
  w?: number;
  /** Inside of something that a click outside of it closes, as its calendar would be. */
  isWithin?: boolean;
}

/**
 * A day, typed (`12/12/2026`, `12 dec`) or picked. What cannot be taken stays as it was typed, with the reason once one
 * goes on; meanwhile there is no day, and a form does not send: never the day that stood there before.
 */
export function DayInput({
  label,
  name,
  value,
  onChange,
  minOn,
  maxOn,
  autoFocus,
  error,
  isWithin,
  ...rest
}: DayInputProps) {
  const { language, todayOn, day } = useFormats();
  const typing = useTyping({ value, onChange, minOn, maxOn });
  const calendar = useCalendar(autoFocus === true);
  return (
    <DateInput
      {...typing.field}
      {...calendar.field}
      size={label ? 'sm' : 'xs'}
      label={label}
      aria-label={name}
      value={typing.standing}
      error={typing.said ?? error}
      valueFormat={day}
      dateParser={(typed) => dayOf(typed, { language, todayOn })}
      placeholder={name ?? (language === 'fr' ? 'jj/mm/aaaa' : 'dd/mm/yyyy')}
      popoverProps={{ withinPortal: !isWithin, shadow: 'md', disabled: calendar.isClosed }}
      {...(minOn ? { minDate: minOn } : {})}
      {...(maxOn ? { maxDate: maxOn } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...definedOf(rest)}
    />
  );
}

/** In a field that has the keyboard when its dialog opens the calendar waits until one turns to it: it would lie over the buttons, and have Esc. */
function useCalendar(isFocusedFirst: boolean) {
  const [isClosed, setClosed] = useState(isFocusedFirst);
  const open = () => setClosed(false);
  return { isClosed, field: { onClick: open, onBeforeInput: open } };
}

/** What is typed and is no day that can be taken: until one goes on it is not said, since half a day is none. */
function useTyping({ value, onChange, ...limits }: Pick<DayInputProps, 'value' | 'onChange' | 'minOn' | 'maxOn'>) {
  const { language, todayOn } = useFormats();
  const read = { language, todayOn };
  const ref = useRef<HTMLInputElement>(null);
  // The text, not its fault: the limits may move while it stands there.
  const [refused, setRefused] = useState<string | null>(null);
  const fault = refused === null ? null : dayFaultOf(refused, { ...read, ...limits });
  // The field empties itself when its day goes after one has left it, and the address may take a while: until what is refused
  // is put right it keeps the day it had.
  const [kept, setKept] = useState(value);
  const [isSaid, setSaid] = useState(false);
  const said = useFaultWords(fault);
  useEffect(() => ref.current?.setCustomValidity(said ?? ''), [said]);
  // A day that came from elsewhere stands in its place.
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (value !== null) setRefused(null);
  }
  const nowTaken = refused !== null && fault === null ? dayOf(refused, read) : null;
  useEffect(() => {
    if (nowTaken !== null) onChange(nowTaken);
    // Once for each day: who listens may be another function each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [nowTaken]);
  const onInput = ({ currentTarget: { value: typed } }: { currentTarget: HTMLInputElement }) => {
    const found = dayFaultOf(typed, { ...read, ...limits });
    if (found && refused === null) setKept(value);
    setRefused(found ? typed : null);
    setSaid(false);
    // Of a day that is none the field says nothing to who listens: the one before would stay.
    if (found || typed.trim() === '') onChange(null);
  };
  const take = (on: string | null) => {
    setRefused(null);
    onChange(on);
  };
  const goOn = () => setSaid(true);
  const onKeyDown = ({ key }: { key: string }) => {
    if (key === 'Enter') goOn();
  };
  return {
    field: { ref, onInput, onChange: take, onBlur: goOn, onKeyDown, fixOnBlur: fault === null },
    standing: refused === null ? value : kept,
    said: isSaid ? said : undefined,
  };
}

function useFaultWords(fault: DayFault | null): string | undefined {
  const w = useWords(words);
  const { day } = useFormats();
  if (!fault) return undefined;
  if (fault.kind === 'no-day') return w.noDay;
  return fault.kind === 'early' ? w.early(day(fault.fromOn)) : w.late(day(fault.untilOn));
}

const definedOf = <Props extends object>(props: Props) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
