import { DateInput } from '@mantine/dates';
import { useFormats } from '../words/formats.ts';
import { dayOf } from './typed-day.ts';

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
}

/** A day, typed (`12/12/2026`, `12 déc. 2026`) or picked. */
export function DayInput({ label, name, value, onChange, minOn, maxOn, autoFocus, ...rest }: DayInputProps) {
  const { language } = useFormats();
  return (
    <DateInput
      size={label ? 'sm' : 'xs'}
      label={label}
      aria-label={name}
      value={value}
      onChange={onChange}
      valueFormat="D MMM YYYY"
      dateParser={(typed) => dayOf(typed, language)}
      placeholder={name ?? (language === 'fr' ? 'jj/mm/aaaa' : 'dd/mm/yyyy')}
      popoverProps={{ withinPortal: true, shadow: 'md' }}
      {...(minOn ? { minDate: minOn } : {})}
      {...(maxOn ? { maxDate: maxOn } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      {...definedOf(rest)}
    />
  );
}

const definedOf = <Props extends object>(props: Props) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
