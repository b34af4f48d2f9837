import { Anchor, Group, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { dayMark, dayWords } from '../../ladder/step.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { customerWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { ScenarioActions } from './scenario-actions.tsx';
import { scenariosWords } from './scenarios-words.ts';

type Scenario = Schema<'Scenario'>;

/** The columns of the list of scenarios, with each ladder in one line. */
export function useScenarioColumns(): ColumnDef<Scenario>[] {
  const w = useWords(scenariosWords);
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        header: w.name,
        meta: { width: 'minmax(180px, 1fr)', sort: 'name' },
        cell: ({ row: { original: scenario } }) => (
          <Anchor component={Link} to={`/scenarios/${scenario.id}`} size="sm" fw={560} c="inherit">
            {scenario.name}
          </Anchor>
        ),
      },
      {
        id: 'ladder',
        header: w.ladder,
        meta: { width: 'minmax(300px, 1.8fr)' },
        cell: ({ row }) => (
          <Group gap={6} wrap="nowrap">
            {row.original.steps.map((step, index) => (
              <Fragment key={step.key}>
                {index > 0 && <span aria-hidden>→</span>}
                <Text span size="xs" c="dimmed" title={dayWords(step, language)}>
                  {dayMark(step, language)}
                </Text>
                <LevelBadge level={step.level} />
              </Fragment>
            ))}
          </Group>
        ),
      },
      {
        id: 'default',
        header: w.defaultFor,
        meta: { width: 'minmax(180px, 1fr)' },
        cell: ({ row }) =>
          row.original.default_for.map((kind) => customerWord(kind, language)).join(', ') || w.noDefault,
      },
      { id: 'unit', header: w.unit, meta: { width: '180px' }, cell: ({ row }) => w.units[row.original.unit] },
      {
        id: 'version',
        header: w.version,
        meta: { width: '80px', align: 'right' },
        cell: ({ row }) => row.original.version,
      },
      {
        id: 'actions',
        header: w.actions,
        meta: { width: '84px', align: 'right' },
        cell: ({ row }) => <ScenarioActions scenario={row.original} />,
      },
    ],
    [w, language],
  );
}
