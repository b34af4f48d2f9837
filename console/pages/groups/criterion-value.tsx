import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { decimalsOf, smallestIn } from '../../words/decimals.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { type Criterion, VALUE_KINDS } from './criteria.ts';
import { criteriaWords } from './criteria-words.ts';

/** A select cannot have an empty value: this one stands for no collector. */
const NOBODY = 'nobody';

interface CriterionValueProps {
  criterion: Criterion;
  change: (value: Criterion['value']) => void;
}

/** The value of a criterion, with the input of its field: an amount, a number, a choice, a person, a text. */
export function CriterionValue({ criterion: { field, value }, change }: CriterionValueProps) {
  const w = useWords(criteriaWords);
  const choices = useChoices(field);
  const shared = { 'aria-label': w.value, size: 'xs', flex: 1, miw: 120 } as const;
  const kind = VALUE_KINDS[field];
  if (Array.isArray(value) && choices) {
    return (
      <MultiSelect
        {...shared}
        data={choices}
        value={value.map((one) => (one === null ? NOBODY : String(one)))}
        onChange={(all) => change(all.map((one) => (one === NOBODY ? null : one)))}
      />
    );
  }
  if (Array.isArray(value)) {
    const isNumber = kind === 'amount' || kind === 'number';
    return (
      <TagsInput
        {...shared}
        value={value.map(String)}
        onChange={(all) => change(isNumber ? all.map(Number).filter(Number.isFinite) : all)}
      />
    );
  }
  if (choices) {
    const chosen = value === null ? NOBODY : String(value);
    return (
      <Select
        {...shared}
        searchable={kind === 'person'}
        allowDeselect={false}
        data={choices}
        value={chosen}
        onChange={(one) => one !== null && change(one === NOBODY ? null : one)}
      />
    );
  }
  if (kind === 'amount') return <EuroInput cents={Number(value)} change={change} shared={shared} />;
  if (kind === 'number') {
    return (
      <NumberInput
        {...shared}
        allowDecimal={false}
        value={Number(value)}
        onChange={(typed) => typeof typed === 'number' && change(typed)}
      />
    );
  }
  return <TextInput {...shared} value={String(value ?? '')} onChange={(event) => change(event.currentTarget.value)} />;
}

/** The choices or the users to select from. Undefined when any value can be typed. */
function useChoices(field: Criterion['field']): { value: string; label: string }[] | undefined {
  const w = useWords(criteriaWords);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['users', 'to-choose'],
    queryFn: async () => (await answerOf(api.GET('/v1/users', { params: { query: { limit: 200 } } }))).data,
    enabled: field === 'collector_id',
    staleTime: 30_000,
  });
  if (field === 'kind') return CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }));
  if (field === 'language')
    return [
      { value: 'fr', label: w.fr },
      { value: 'en', label: w.en },
    ];
  if (field !== 'collector_id') return undefined;
  return [{ value: NOBODY, label: w.nobody }, ...(data ?? []).map(({ id, name }) => ({ value: id, label: name }))];
}

interface EuroInputProps {
  cents: number;
  change: (cents: number) => void;
  shared: { 'aria-label': string; size: 'xs'; flex: number; miw: number };
}

function EuroInput({ cents, change, shared }: EuroInputProps) {
  const { language } = useLanguage();
  const { currency } = useSession();
  return (
    <NumberInput
      {...shared}
      decimalScale={decimalsOf(currency)}
      thousandSeparator={language === 'fr' ? '\u202f' : ','}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      suffix={`\u00a0${currency === 'EUR' ? '€' : currency}`}
      value={cents / smallestIn(currency)}
      onChange={(typed) => typeof typed === 'number' && change(Math.round(typed * smallestIn(currency)))}
    />
  );
}
