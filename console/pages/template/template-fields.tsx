import { Group, Select } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { NameInput } from '../../fields/name-input.tsx';
import { useWords } from '../../words/words.ts';
import { isStatement, type TemplateDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TemplateFieldsProps {
  value: TemplateDraft;
  set: (part: Partial<TemplateDraft>) => void;
  error: unknown;
}

const LEVELS = [0, 1, 2, 3];

const READERS = ['referrer', 'notary'] as const;

const PURPOSES = ['acknowledgement', 'internal'] as const;

/**
 * The fields shared by all texts of a template: name, level, purpose and, for a statement, the third parties that it is
 * for.
 */
export function TemplateFields({ value, set, error }: TemplateFieldsProps) {
  const w = useWords(templateWords);
  const levels = [...new Set([...LEVELS, ...(value.level === null ? [] : [value.level])])];
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <NameInput label={w.name} value={value.name} onChange={(name) => set({ name })} error={error} />
      <Select
        label={w.level}
        w={130}
        allowDeselect={false}
        data={[
          { value: '', label: w.noLevel },
          ...levels.map((level) => ({ value: String(level), label: w.levelOf(level) })),
        ]}
        value={value.level === null ? '' : String(value.level)}
        onChange={(level) => set({ level: level ? Number(level) : null })}
        error={faultOf(error, '/level')}
      />
      {!isStatement(value) && (
        <Select
          label={w.purpose}
          w={210}
          allowDeselect={false}
          data={[
            { value: '', label: w.purposeNone },
            ...PURPOSES.map((purpose) => ({ value: purpose, label: w[purpose] })),
          ]}
          value={value.purpose ?? ''}
          onChange={(purpose) => set({ purpose: PURPOSES.find((one) => one === purpose) ?? null })}
          error={faultOf(error, '/purpose')}
        />
      )}
      {isStatement(value) && (
        <Select
          label={w.readers}
          w={190}
          allowDeselect={false}
          data={[
            { value: '', label: w.readersNone },
            ...READERS.map((reader) => ({ value: reader, label: w[reader] })),
          ]}
          value={value.third_party ?? ''}
          onChange={(reader) => set({ third_party: READERS.find((one) => one === reader) ?? null })}
          error={faultOf(error, '/third_party')}
        />
      )}
    </Group>
  );
}
