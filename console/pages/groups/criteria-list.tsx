import { Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../words/words.ts';
import { criteriaOf, type Criteria, isCriterion, modeOf, newCriterion, type Node, nodesOf } from './criteria.ts';
import { criteriaWords } from './criteria-words.ts';
import { CriterionRow } from './criterion-row.tsx';
import classes from './groups.module.css';

/** Deepest list to which the page adds a nested list. The API accepts five levels. */
const DEEPEST = 3;

interface CriteriaListProps {
  criteria: Criteria;
  change: (criteria: Criteria) => void;
  /** Removes the list. Absent for the outermost one. */
  remove?: () => void;
  depth?: number;
  error: unknown;
  /** JSON pointer of the list in the request body, e.g. `/criteria`. */
  pointer: string;
}

/** A list of criteria of which all or any must be met. Each entry can be such a list. */
export function CriteriaList({ criteria, change, remove, depth = 1, error, pointer }: CriteriaListProps) {
  const w = useWords(criteriaWords);
  const mode = modeOf(criteria);
  const nodes = nodesOf(criteria);
  const put = (next: Node[]) => change(criteriaOf(mode, next));
  return (
    <div className={classes.criteria} role="group" aria-label={w[mode]}>
      <Stack gap={8}>
        <Group justify="space-between" wrap="nowrap">
          <Select
            aria-label={w.mode}
            size="xs"
            w={230}
            allowDeselect={false}
            data={[
              { value: 'all', label: w.all },
              { value: 'any', label: w.any },
            ]}
            value={mode}
            onChange={(chosen) => chosen && change(criteriaOf(chosen, nodes))}
          />
          {remove && (
            <Button variant="subtle" color="gray" leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
              {w.removeList}
            </Button>
          )}
        </Group>
        {nodes.map((node, index) => {
          const shared = {
            change: (next: Node) => put(nodes.map((one, at) => (at === index ? next : one))),
            remove: () => put(nodes.filter((_, at) => at !== index)),
            error,
            pointer: `${pointer}/${mode}/${index}`,
          };
          // A criterion has no id: its position is its key.
          return isCriterion(node) ? (
            <CriterionRow key={index} criterion={node} isOnly={nodes.length === 1} {...shared} />
          ) : (
            <CriteriaList key={index} criteria={node} depth={depth + 1} {...shared} />
          );
        })}
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => put([...nodes, newCriterion()])}
          >
            {w.add}
          </Button>
          {depth < DEEPEST && (
            <Button
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => put([...nodes, criteriaOf(mode === 'all' ? 'any' : 'all', [newCriterion()])])}
            >
              {w.addList}
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  );
}
