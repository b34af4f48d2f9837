import { Button, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Loading } from '../../states/loading.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';
import { setupWords } from './setup-words.ts';
import { useSetupSteps } from './use-setup-steps.ts';

/** The check list before the first real reminder. Each step shows whether it is done. */
export function SetupTab() {
  const w = useWords(setupWords);
  const steps = useSetupSteps();
  if (!steps) return <Loading lines={7} height={36} />;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <>
      <Text c="dimmed" mb="sm" role="status">
        {w.progress(done, steps.length)}
      </Text>
      <ol className={classes.steps} aria-label={w.title}>
        {steps.map(({ name, isDone, said, to }) => (
          <li key={name} className={classes.stepRow} aria-label={w.steps[name]}>
            {isDone ? (
              <IconCircleCheck size={22} aria-label={w.done} role="img" />
            ) : (
              <IconCircle size={22} stroke={1.4} color="var(--quiet)" aria-label={w.toDo} role="img" />
            )}
            <div>
              <Text fw={600}>{w.steps[name]}</Text>
              <Text c="dimmed">{said}</Text>
            </div>
            {to.startsWith('http') ? (
              <Button component="a" href={to} target="_blank" rel="noreferrer" variant="default">
                {w.open[name]}
              </Button>
            ) : (
              <Button component={Link} to={to} variant="default">
                {w.open[name]}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
