import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { faultOf } from '../../api/problem.ts';
import { PercentInput } from '../../fields/percent-input.tsx';
import { useWords } from '../../words/words.ts';
import { interestWords } from './interest-words.ts';
import type { Rules, RulesProps } from './rules-tab.tsx';

type PublishedRate = Rules['interest_rates'][number];

const IMPUTATIONS = ['principal_first', 'interest_first'] as const;
const NEW_RATE: PublishedRate = { kind: 'ecb', semester: '', basis_points: 0, source: '' };

/** Rates of late interest where the statutory rate does not apply or is unknown to the product. */
export function InterestRules({ value, set, error }: RulesProps) {
  const w = useWords(interestWords);
  const rates = value.interest_rates;
  const put = (interest_rates: PublishedRate[]) => set({ interest_rates });
  return (
    <Stack gap="sm" component="section" aria-label={w.title}>
      <Title order={2} size="h5">
        {w.title}
      </Title>
      <PercentInput
        label={w.contractual}
        description={w.contractualHint}
        basisPoints={value.late_penalty_basis_points}
        onChange={(late_penalty_basis_points) => set({ late_penalty_basis_points })}
        error={faultOf(error, '/late_penalty_basis_points')}
      />
      <Select
        label={w.imputation}
        description={w.imputationHint}
        data={IMPUTATIONS.map((imputation) => ({ value: imputation, label: w[imputation] }))}
        value={value.payment_imputation}
        onChange={(imputation) => set({ payment_imputation: imputation ?? 'principal_first' })}
        allowDeselect={false}
        error={faultOf(error, '/payment_imputation')}
      />
      <Title order={3} size="h6">
        {w.rates}
      </Title>
      <Text size="sm" c="dimmed">
        {w.ratesHint}
      </Text>
      {rates.map((rate, index) => (
        <RateLine
          // A row being typed has no other key.
          key={index}
          rate={rate}
          pointer={`/interest_rates/${String(index)}`}
          error={error}
          change={(part) => put(rates.with(index, { ...rate, ...part }))}
          remove={() => put(rates.filter((_, at) => at !== index))}
        />
      ))}
      <Text size="sm" c="red">
        {faultOf(error, '/interest_rates')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconPlus size={15} />}
        onClick={() => put([...rates, NEW_RATE])}
        style={{ alignSelf: 'flex-start' }}
      >
        {w.add}
      </Button>
    </Stack>
  );
}

interface RateLineProps {
  rate: PublishedRate;
  /** JSON pointer of the rate, as in the API's faults. */
  pointer: string;
  error: unknown;
  change: (part: Partial<PublishedRate>) => void;
  remove: () => void;
}

function RateLine({ rate, pointer, error, change, remove }: RateLineProps) {
  const w = useWords(interestWords);
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Select
        label={w.kind}
        data={(['ecb', 'legal'] as const).map((kind) => ({ value: kind, label: w[kind] }))}
        value={rate.kind}
        onChange={(kind) => change({ kind: kind as PublishedRate['kind'] })}
        allowDeselect={false}
        w={210}
      />
      <TextInput
        label={w.semester}
        placeholder={w.semesterHint}
        value={rate.semester}
        onChange={(event) => change({ semester: event.currentTarget.value.trim().toUpperCase() })}
        error={faultOf(error, `${pointer}/semester`)}
        w={110}
      />
      <PercentInput
        label={w.percent}
        basisPoints={rate.basis_points}
        onChange={(basis) => change({ basis_points: basis ?? 0 })}
        error={faultOf(error, `${pointer}/basis_points`)}
      />
      <TextInput
        label={w.source}
        value={rate.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
        error={faultOf(error, `${pointer}/source`)}
        flex={1}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        mt={26}
        onClick={remove}
        aria-label={w.remove(`${w[rate.kind]} ${rate.semester}`)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
