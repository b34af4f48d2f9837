import { Stack } from '@mantine/core';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { SaveBar } from '../../states/save-bar.tsx';
import type { Saved } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { DayRules } from './day-rules.tsx';
import { InterestRules } from './interest-rules.tsx';
import { MoneyRules } from './money-rules.tsx';
import { rulesWords } from './rules-words.ts';
import { PrivacyRules } from './privacy-rules.tsx';
import { StatementRules } from './statement-rules.tsx';
import { type Settings, type SettingsChange, useSavedPart, useSettingsDraft } from './use-settings.ts';

export type Rules = Pick<
  Settings,
  | 'time_zone'
  | 'holiday_zone'
  | 'send_hour'
  | 'tolerance_cents'
  | 'promise_grace_days'
  | 'minimum_spacing_days'
  | 'notice_deadline_days'
  | 'confirm_after_release'
  | 'retention_years'
  | 'max_messages_per_customer'
  | 'internal_email_domains'
  | 'currency'
  | 'late_penalty_basis_points'
  | 'payment_imputation'
  | 'interest_rates'
  | 'statement_columns'
>;

export interface RulesProps {
  value: Rules;
  set: (part: Partial<Rules>) => void;
  error: unknown;
}

const partOf = (settings: Settings): Rules => ({
  time_zone: settings.time_zone,
  holiday_zone: settings.holiday_zone,
  send_hour: settings.send_hour,
  tolerance_cents: settings.tolerance_cents,
  promise_grace_days: settings.promise_grace_days,
  minimum_spacing_days: settings.minimum_spacing_days,
  notice_deadline_days: settings.notice_deadline_days,
  confirm_after_release: settings.confirm_after_release,
  retention_years: settings.retention_years,
  max_messages_per_customer: settings.max_messages_per_customer,
  internal_email_domains: settings.internal_email_domains,
  currency: settings.currency,
  late_penalty_basis_points: settings.late_penalty_basis_points,
  payment_imputation: settings.payment_imputation,
  interest_rates: settings.interest_rates,
  statement_columns: settings.statement_columns,
});

const changeOf = ({ statement_columns: columns, ...rules }: Rules): SettingsChange => ({
  ...rules,
  // The choices have the API's names.
  statement_columns: columns as NonNullable<SettingsChange['statement_columns']>,
});

/** When reminders are sent, how often, and what is left alone. */
export function RulesTab() {
  const { saved, error, retry } = useSavedPart(partOf);
  if (!saved) return error ? <Failed error={error} retry={retry} /> : <Loading />;
  return <RulesForm saved={saved} />;
}

function RulesForm({ saved }: { saved: Saved<Rules> }) {
  const w = useWords(rulesWords);
  const { draft, saving } = useSettingsDraft(saved, changeOf);
  const shared = { value: draft.value, set: draft.set, error: saving.error };
  return (
    <Stack gap="lg" maw={720}>
      <DayRules {...shared} />
      <MoneyRules {...shared} />
      <InterestRules {...shared} />
      <StatementRules {...shared} />
      <PrivacyRules {...shared} />
      <SaveBar
        draft={draft}
        saved={saved}
        save={() => saving.mutate(undefined)}
        isSaving={saving.isPending}
        error={saving.error}
        label={w.save}
        note={w.note}
      />
    </Stack>
  );
}
