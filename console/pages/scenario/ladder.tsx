import { Button, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import type { Step } from '../../ladder/step.ts';
import { useWords } from '../../words/words.ts';
import classes from './ladder.module.css';
import { nextStep } from './scenario-draft.ts';
import { scenarioWords } from './scenario-words.ts';
import { StepCard } from './step-card.tsx';

interface LadderProps {
  steps: readonly Step[];
  change: (steps: Step[]) => void;
  error: unknown;
}

/** The steps from the first to the last, each in a sentence; one opens to be edited, and so does one with a mistake. */
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
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={add}
        disabled={steps.length >= 20}
      >
        {w.add}
      </Button>
    </section>
  );
}

const hasFault = (error: unknown, index: number): boolean =>
  error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer.startsWith(`/steps/${index}/`));
