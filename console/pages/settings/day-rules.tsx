import { Group, NumberInput, Select, SimpleGrid, Stack, Switch, Title } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { useWords } from '../../words/words.ts';
import type { RulesProps } from './rules-tab.tsx';
import { rulesWords } from './rules-words.ts';

type Days = 'send_hour' | 'minimum_spacing_days' | 'promise_grace_days' | 'notice_deadline_days';

/** Initial limit when it is switched on: one message a week, over a month. */
const FIRST_CAP = { count: 4, days: 30 };

/** On which days and at which hour reminders are sent, and how often. */
export function DayRules({ value, set, error }: RulesProps) {
  const w = useWords(rulesWords);
  const number = (field: Days, label: string, hint: string) => (
    <NumberInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      min={0}
      value={value[field]}
      onChange={(typed) => typeof typed === 'number' && set({ [field]: typed })}
      error={faultOf(error, `/${field}`)}
    />
  );
  const cap = value.max_messages_per_customer;
  const setCap = (part: Partial<typeof FIRST_CAP>) =>
    set({ max_messages_per_customer: { ...(cap ?? FIRST_CAP), ...part } });
  return (
    <Stack gap="sm" component="section" aria-label={w.days}>
      <Title order={2} size="h5">
        {w.days}
      </Title>
      <SimpleGrid cols={2} spacing="lg" verticalSpacing="sm">
        <Select
          label={w.timeZone}
          searchable
          allowDeselect={false}
          data={[...new Set([value.time_zone, ...Intl.supportedValuesOf('timeZone')])]}
          value={value.time_zone}
          onChange={(zone) => zone && set({ time_zone: zone })}
          error={faultOf(error, '/time_zone')}
        />
        <Select
          label={w.holidays}
          allowDeselect={false}
          data={(['metropole', 'alsace_moselle'] as const).map((zone) => ({ value: zone, label: w[zone] }))}
          value={value.holiday_zone}
          onChange={(zone) => zone && set({ holiday_zone: zone })}
        />
        {number('send_hour', w.sendHour, w.sendHourHint)}
        {number('minimum_spacing_days', w.spacing, w.spacingHint)}
        {number('promise_grace_days', w.grace, w.graceHint)}
        {number('notice_deadline_days', w.deadline, w.deadlineHint)}
      </SimpleGrid>
      <Switch
        label={w.confirm}
        description={w.confirmHint}
        checked={value.confirm_after_release}
        onChange={(event) => set({ confirm_after_release: event.currentTarget.checked })}
      />
      <Switch
        label={w.cap}
        checked={cap !== null}
        onChange={(event) => set({ max_messages_per_customer: event.currentTarget.checked ? FIRST_CAP : null })}
      />
      {cap && (
        <Group gap="sm" align="flex-start">
          <NumberInput
            label={w.capCount}
            w={170}
            min={1}
            value={cap.count}
            onChange={(count) => typeof count === 'number' && setCap({ count })}
            error={faultOf(error, '/max_messages_per_customer/count')}
          />
          <NumberInput
            label={w.capDays}
            w={170}
            min={1}
            value={cap.days}
            onChange={(days) => typeof days === 'number' && setCap({ days })}
            error={faultOf(error, '/max_messages_per_customer/days')}
          />
        </Group>
      )}
    </Stack>
  );
}
