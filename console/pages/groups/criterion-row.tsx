import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { ApiProblem, faultOf } from '../../api/problem.ts';
import { useWords } from '../../words/words.ts';
import { type Criterion, FIELDS, opsOf, withField, withOp } from './criteria.ts';
import { criteriaWords } from './criteria-words.ts';
import { CriterionValue } from './criterion-value.tsx';

interface CriterionRowProps {
  criterion: Criterion;
  isOnly: boolean;
  change: (criterion: Criterion) => void;
  remove: () => void;
  error: unknown;
  pointer: string;
}

/** One criterion, chosen word by word: « Montant échu est au moins 5 000 € ». */
export function CriterionRow({ criterion, isOnly, change, remove, error, pointer }: CriterionRowProps) {
  const w = useWords(criteriaWords);
  const fault =
    error instanceof ApiProblem
      ? error.errors.find((one) => one.pointer.startsWith(`${pointer}/`))?.pointer
      : undefined;
  const ops = [...new Set([...opsOf(criterion.field), criterion.op])];
  return (
    <div>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Select
          aria-label={w.field}
          size="xs"
          w={230}
          allowDeselect={false}
          data={FIELDS.map((field) => ({ value: field, label: w.fields[field] }))}
          value={criterion.field}
          onChange={(field) => field && change(withField(criterion, field))}
        />
        <Select
          aria-label={w.op}
          size="xs"
          w={130}
          allowDeselect={false}
          data={ops.map((op) => ({ value: op, label: w.ops[op] }))}
          value={criterion.op}
          onChange={(op) => op && change(withOp(criterion, op))}
        />
        <CriterionValue criterion={criterion} change={(value) => change({ ...criterion, value })} />
        <ActionIcon
          variant="subtle"
          color="gray"
          mt={1}
          aria-label={w.remove}
          title={w.remove}
          onClick={remove}
          disabled={isOnly}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      </Group>
      {fault && (
        <Text size="xs" c="red" role="alert">
          {faultOf(error, fault)}
        </Text>
      )}
    </div>
  );
}
