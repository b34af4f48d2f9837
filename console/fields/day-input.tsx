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
  /** Label above the field. Filters have only `name` instead. */
  label?: string;
  name?: string;
  /** `YYYY-MM-DD`. Null while there is no valid day. */
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
  /** Set inside something that closes on a click outside of it: the calendar then stays within. */
  isWithin?: boolean;
}

/**
 * A day, typed (`12/12/2026`, `12 dec`) or picked. A text that is no allowed day stays as typed, and the reason is
 * shown when the user leaves the field. Until it is corrected the value is null, never the former day, and a form
 * cannot be sent.
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

/**
 * When the field has the focus because its dialog has just opened, the calendar stays closed until the user clicks or
 * types: it would cover the buttons and take Esc.
 */
function useCalendar(isFocusedFirst: boolean) {
  const [isClosed, setClosed] = useState(isFocusedFirst);
  const open = () => setClosed(false);
  return { isClosed, field: { onClick: open, onBeforeInput: open } };
}

/**
 * Keeps a typed text that is no allowed day. The fault is shown only when the user leaves the field, because a
 * half-typed day is invalid.
 */
function useTyping({ value, onChange, ...limits }: Pick<DayInputProps, 'value' | 'onChange' | 'minOn' | 'maxOn'>) {
  const { language, todayOn } = useFormats();
  const read = { language, todayOn };
  const ref = useRef<HTMLInputElement>(null);
  // Keep the text and not its fault: the limits can change while the text stays.
  const [refused, setRefused] = useState<string | null>(null);
  const fault = refused === null ? null : dayFaultOf(refused, { ...read, ...limits });
  // When the user leaves the field and its day is then removed, the input would clear itself, and the address can be
  // slow to follow: until the refused text is corrected, the field keeps its former day.
  const [kept, setKept] = useState(value);
  const [isSaid, setSaid] = useState(false);
  const said = useFaultWords(fault);
  useEffect(() => ref.current?.setCustomValidity(said ?? ''), [said]);
  // A day set from outside replaces the refused text.
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (value !== null) setRefused(null);
  }
  const nowTaken = refused !== null && fault === null ? dayOf(refused, read) : null;
  useEffect(() => {
    if (nowTaken !== null) onChange(nowTaken);
    // Once for each day: `onChange` can be another function at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [nowTaken]);
  const onInput = ({ currentTarget: { value: typed } }: { currentTarget: HTMLInputElement }) => {
    const found = dayFaultOf(typed, { ...read, ...limits });
    if (found && refused === null) setKept(value);
    setRefused(found ? typed : null);
    setSaid(false);
    // Report that there is no day: the input itself reports nothing, and the former day would stay.
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
