import { ActionIcon, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { useScenarioName } from '../../choose/scenario-select.tsx';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './groups.module.css';
import { groupsWords } from './groups-words.ts';
import { putBefore } from './put-before.ts';

type CustomerGroup = Schema<'Group'>;

/** The groups in the order in which they are tried for a customer. Each can be moved up and down. */
export function GroupList({ groups, openId }: { groups: readonly CustomerGroup[]; openId: string | undefined }) {
  const w = useWords(groupsWords);
  const { count } = useFormats();
  const scenarioName = useScenarioName();
  const move = useChange({
    run: ({ first, second }: { first: CustomerGroup; second: CustomerGroup }) => putBefore(first, second),
  });
  const swap = (first: CustomerGroup | undefined, second: CustomerGroup | undefined) => {
    if (first && second) move.mutate({ first, second });
  };
  return (
    <>
      <Text size="xs" c="dimmed" mb={8}>
        {w.listHint}
      </Text>
      <ol className={classes.list} aria-label={w.list}>
        {groups.map((group, index) => (
          <li key={group.id} className={classes.entry} data-open={group.id === openId || undefined}>
            <Link
              to={`/groupes/${group.id}`}
              className={classes.link}
              aria-current={group.id === openId ? 'page' : undefined}
            >
              <span className={classes.named}>
                <strong>{group.name}</strong>
                <Text size="xs" c="dimmed" truncate>
                  {group.scenario_id === null ? w.noScenario : (scenarioName(group.scenario_id) ?? '')}
                </Text>
              </span>
              <Text span size="xs" c="dimmed" className="figures">
                {count(group.member_count, w.customer, w.customers)}
              </Text>
            </Link>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={w.up(group.name)}
              title={w.up(group.name)}
              disabled={index === 0 || move.isPending}
              onClick={() => swap(group, groups[index - 1])}
            >
              <IconArrowUp size={15} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={w.down(group.name)}
              title={w.down(group.name)}
              disabled={index === groups.length - 1 || move.isPending}
              onClick={() => swap(groups[index + 1], group)}
            >
              <IconArrowDown size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
    </>
  );
}
