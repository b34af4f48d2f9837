import { Button, Group, Title } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Step } from '../../ladder/step.ts';
import { useWords } from '../../words/words.ts';
import classes from './ladder.module.css';
import { preventiveStep, takesPreventive } from './preventive-step.ts';
import { nextStep } from './scenario-draft.ts';
import { scenarioWords } from './scenario-words.ts';
import { StepCard } from './step-card.tsx';

const MOST_STEPS = 20;

interface LadderProps {
  steps: readonly Step[];
  change: (steps: Step[]) => void;
  error: unknown;
}

/** The steps from first to last, each in a sentence. A step opens for editing by a click, or when it has a fault. */
export function Ladder({ steps, change, error }: LadderProps) {
  const w = useWords(scenarioWords);
  const [openKeys, setOpenKeys] = useState<readonly string[]>([]);
  const move = (from: number, to: number) => {
    const moved = [...steps];
    const [step] = moved.splice(from, 1);
    if (step) moved.splice(to, 0, step);
    change(moved);
  };
  const add = () => {
    const step = nextStep(steps);
    change([...steps, step]);
    setOpenKeys((were) => [...were, step.key]);
  };
  const isPreventive = takesPreventive(steps);
  // Loaded in advance, so that a click changes the current steps at once.
  const { data: preventiveText } = useQuery({ ...preventiveTextQuery, enabled: isPreventive });
  const addPreventive = () => {
    const step = preventiveStep(steps, preventiveText ?? null);
    change([step, ...steps]);
    setOpenKeys((were) => [...were, step.key]);
  };
  return (
    <section aria-labelledby="ladder">
      <Title order={2} size="h5" id="ladder" mb={8}>
        {w.ladder}
      </Title>
      <ol className={classes.ladder}>
        {steps.map((step, index) => (
          <StepCard
            key={step.key}
            step={step}
            position={index + 1}
            isFirst={index === 0}
            isLast={index === steps.length - 1}
            isOpen={openKeys.includes(step.key) || hasFault(error, index)}
            toggle={() =>
              setOpenKeys((were) =>
                were.includes(step.key) ? were.filter((key) => key !== step.key) : [...were, step.key],
              )
            }
            change={(next) => change(steps.map((one, at) => (at === index ? next : one)))}
            moveBy={(by) => move(index, index + by)}
            remove={() => change(steps.filter((_, at) => at !== index))}
            error={error}
          />
        ))}
      </ol>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={add}
          disabled={steps.length >= MOST_STEPS}
        >
          {w.add}
        </Button>
        {isPreventive && (
          <Button
            variant="default"
            leftSection={<IconBell size={15} aria-hidden />}
            onClick={addPreventive}
            disabled={preventiveText === undefined || steps.length >= MOST_STEPS}
          >
            {w.addPreventive}
          </Button>
        )}
      </Group>
    </section>
  );
}

/** The template for an e-mail before the due date: the first one of level 0. */
const preventiveTextQuery = queryOptions({
  queryKey: ['templates', 'preventive'],
  refetchInterval: false,
  queryFn: async (): Promise<string | null> => {
    const query = { level: 0, kind: 'email', limit: 1 } as const;
    const { data } = await answerOf(api.GET('/v1/templates', { params: { query } }));
    return data[0]?.id ?? null;
  },
});

const hasFault = (error: unknown, index: number): boolean =>
  error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer.startsWith(`/steps/${index}/`));
