import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { StaleNote } from '../../states/stale-note.tsx';

interface FixFormProps {
  submit: string;
  isStopped: boolean;
  isPending: boolean;
  save: () => void;
  /** Somebody else has saved the same field since the user started typing. */
  stale: { is: boolean; theirs: () => void; mine: () => void };
  children: ReactNode;
}

/** One correction in place, with its own button. */
export function FixForm({ submit, isStopped, isPending, save, stale, children }: FixFormProps) {
  return (
    <Stack gap="sm">
      <form
        // Our own words under the field, not the browser's bubble.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isStopped) save();
        }}
      >
        <Group gap="sm" align="flex-end">
          {children}
          <Button type="submit" variant="default" disabled={isStopped} loading={isPending}>
            {submit}
          </Button>
        </Group>
      </form>
      {stale.is && <StaleNote keeps="fields" theirs={stale.theirs} mine={stale.mine} />}
    </Stack>
  );
}
