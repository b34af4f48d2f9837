import { Group, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { colourOfLevel, modeWord } from '../../level/level.ts';
import { daysBetween } from '../../words/days.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { scenarioWords } from './scenario-words.ts';
import classes from './simulation.module.css';

interface SimulationProps {
  id: string;
  version: number;
  isDirty: boolean;
}

const DUE_AFTER_MS = 30 * 86_400_000;

/** When each step would be sent for an invoice with these dates, on a line of days. */
export function Simulation({ id, version, isDirty }: SimulationProps) {
  const w = useWords(scenarioWords);
  const { todayOn } = useFormats();
  const [issuedOn, setIssuedOn] = useState(todayOn);
  const [dueOn, setDueOn] = useState(() => new Date(Date.parse(todayOn) + DUE_AFTER_MS).toISOString().slice(0, 10));
  const { data, error } = useQuery({
    queryKey: ['scenarios', id, 'simulation', version, issuedOn, dueOn],
    queryFn: () =>
      answerOf(
        api.POST('/v1/scenarios/{id}/simulate', {
          params: { path: { id } },
          body: { issued_on: issuedOn, due_on: dueOn },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
  return (
    <Stack gap="sm" component="section" aria-labelledby="simulation">
      <div>
        <Title order={2} size="h5" id="simulation">
          {w.simulation}
        </Title>
        <Text size="xs" c="dimmed">
          {isDirty ? w.ofSaved : w.simulationHint}
        </Text>
      </div>
      <Group gap="sm" align="flex-start">
        <DayInput label={w.issuedOn} value={issuedOn} onChange={(on) => on && setIssuedOn(on)} />
        <DayInput
          label={w.dueOn}
          value={dueOn}
          onChange={(on) => on && setDueOn(on)}
          error={faultOf(error, '/due_on')}
        />
      </Group>
      {data && !error && <CalendarLine issuedOn={issuedOn} dueOn={dueOn} steps={data.steps} />}
    </Stack>
  );
}

interface CalendarLineProps {
  issuedOn: string;
  dueOn: string;
  steps: readonly { key: string; level: number; due_at: string; mode: string }[];
}

function CalendarLine({ issuedOn, dueOn, steps }: CalendarLineProps) {
  const w = useWords(scenarioWords);
  const { day, instant, language } = useFormats();
  const days = [issuedOn, dueOn, ...steps.map(({ due_at: at }) => at.slice(0, 10))].toSorted();
  const first = days[0] ?? issuedOn;
  const whole = Math.max(daysBetween(first, days.at(-1) ?? dueOn), 1);
  const at = (on: string) => `${(100 * daysBetween(first, on.slice(0, 10))) / whole}%`;
  return (
    <>
      <div className={classes.line} aria-hidden>
        <span className={classes.mark} style={{ left: at(issuedOn) }} />
        <span className={classes.mark} style={{ left: at(dueOn) }} />
        {steps.map(({ key, level, due_at }) => (
          <span key={key} className={classes.dot} style={{ left: at(due_at), background: colourOfLevel(level) }} />
        ))}
      </div>
      <ol className={classes.days} aria-label={w.simulation}>
        <li>
          <span>{w.invoice}</span>
          <span>{day(issuedOn)}</span>
        </li>
        <li>
          <span>{w.dueOn}</span>
          <span>{day(dueOn)}</span>
        </li>
        {steps.map(({ key, level, due_at, mode }) => (
          <li key={key}>
            <LevelBadge level={level} />
            <span>{instant(due_at)}</span>
            <Text span size="xs" c="dimmed">
              {modeWord(mode, language)}
            </Text>
          </li>
        ))}
      </ol>
    </>
  );
}
