import { Group, NumberInput } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { ScenarioSelect } from '../../choose/scenario-select.tsx';
import { UserSelect } from '../../choose/user-select.tsx';
import { NameInput } from '../../fields/name-input.tsx';
import { useWords } from '../../words/words.ts';
import type { GroupDraft } from './group-draft.ts';
import { groupsWords } from './groups-words.ts';

interface GroupFieldsProps {
  value: GroupDraft;
  set: (part: Partial<GroupDraft>) => void;
  error: unknown;
}

/** The name and priority of a group, and what it gives its customers. */
export function GroupFields({ value, set, error }: GroupFieldsProps) {
  const w = useWords(groupsWords);
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <NameInput label={w.name} value={value.name} onChange={(name) => set({ name })} error={error} />
        <NumberInput
          label={w.priority}
          w={130}
          aria-description={w.priorityHint}
          min={1}
          max={10_000}
          value={value.priority}
          onChange={(priority) => typeof priority === 'number' && set({ priority })}
          error={faultOf(error, '/priority')}
        />
      </Group>
      <Group gap="sm" align="flex-start" grow>
        <ScenarioSelect
          label={w.scenario}
          placeholder={w.noScenario}
          value={value.scenario_id}
          onChange={(id) => set({ scenario_id: id })}
          error={faultOf(error, '/scenario_id')}
        />
        <UserSelect
          label={w.collector}
          placeholder={w.noCollector}
          value={value.collector_id}
          onChange={(id) => set({ collector_id: id })}
          error={faultOf(error, '/collector_id')}
        />
      </Group>
    </>
  );
}
