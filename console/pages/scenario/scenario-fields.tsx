import { Group, MultiSelect, Select } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { NameInput } from '../../fields/name-input.tsx';
import { useWords } from '../../words/words.ts';
import { scenariosWords } from '../scenarios/scenarios-words.ts';
import type { ScenarioDraft } from './scenario-draft.ts';
import { scenarioWords } from './scenario-words.ts';

interface ScenarioFieldsProps {
  value: ScenarioDraft;
  set: (part: Partial<ScenarioDraft>) => void;
  error: unknown;
}

/** The settings of the whole ladder. */
export function ScenarioFields({ value, set, error }: ScenarioFieldsProps) {
  const w = useWords(scenarioWords);
  const { units } = useWords(scenariosWords);
  const { language } = useLanguage();
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <NameInput label={w.name} value={value.name} onChange={(name) => set({ name })} error={error} />
        <Select
          label={w.unit}
          w={210}
          allowDeselect={false}
          data={Object.entries(units).map(([unit, label]) => ({ value: unit, label }))}
          value={value.unit}
          onChange={(unit) => unit && set({ unit: unit as ScenarioDraft['unit'] })}
          error={faultOf(error, '/unit')}
        />
      </Group>
      <MultiSelect
        label={w.defaultFor}
        description={w.defaultHint}
        size="sm"
        data={CUSTOMER_KINDS.map((kind) => ({
          value: kind,
          label: customerWord(kind, language),
        }))}
        value={value.default_for}
        placeholder={value.default_for.length === 0 ? w.noDefault : ''}
        onChange={(kinds) => set({ default_for: kinds })}
        error={faultOf(error, '/default_for')}
      />
    </>
  );
}
