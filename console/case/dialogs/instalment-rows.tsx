import { Fieldset, Group, NumberInput, Stack } from '@mantine/core';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { FEWEST, type Instalment, MOST } from './instalments.ts';

const words = defineWords(
  {
    count: 'Nombre d’échéances',
    first: 'Première échéance le',
    amount: (at: number) => `Échéance ${at}`,
    day: (at: number) => `Échéance ${at}, au plus tard le`,
  },
  {
    count: 'Number of instalments',
    first: 'First instalment on',
    amount: (at: number) => `Instalment ${at}`,
    day: (at: number) => `Instalment ${at}, by`,
  },
);

interface InstalmentRowsProps {
  count: number;
  setCount: (count: number) => void;
  firstOn: string | null;
  setFirstOn: (on: string | null) => void;
  rows: readonly Instalment[];
  setRows: (rows: Instalment[]) => void;
  currency: string;
  /** How many instalments are already recorded. Those stay as they are and are not computed again. */
  recorded: number;
}

/** The number of instalments and the first day, then one row per month. Each row can be changed. */
export function InstalmentRows({ rows, setRows, currency, recorded, ...made }: InstalmentRowsProps) {
  const { count, setCount, firstOn, setFirstOn } = made;
  const w = useWords(words);
  const { todayOn } = useFormats();
  const change = (at: number, part: Partial<Instalment>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs">
      <Fieldset variant="unstyled" disabled={recorded > 0}>
        <Group grow align="flex-start">
          <NumberInput
            size="sm"
            label={w.count}
            value={count}
            onChange={(value) => Number(value) >= FEWEST && setCount(Math.min(MOST, Math.trunc(Number(value))))}
            min={FEWEST}
            max={MOST}
            allowDecimal={false}
            required
          />
          <DayInput label={w.first} value={firstOn} onChange={setFirstOn} minOn={todayOn} required />
        </Group>
      </Fieldset>
      {rows.map(({ cents, on }, at) => (
        // Rows are keyed by position, so that typing stays in its row.
        <Fieldset key={at} variant="unstyled" disabled={at < recorded}>
          <Group grow align="flex-start">
            <AmountInput
              label={w.amount(at + 1)}
              cents={cents}
              onChange={(changed) => change(at, { cents: changed })}
              currency={currency}
              required
            />
            <DayInput
              label={w.day(at + 1)}
              value={on}
              onChange={(changed) => change(at, { on: changed })}
              minOn={todayOn}
              required
            />
          </Group>
        </Fieldset>
      ))}
    </Stack>
  );
}
