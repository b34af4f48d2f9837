import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import type { Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useWords } from '../../words/words.ts';
import { usersWords } from './users-words.ts';

/** Sets a user's password: the first one, or a new one for a user who forgot it. */
export function UserPasswordDialog({ user, close }: { user: Schema<'User'>; close: () => void }) {
  const w = useWords(usersWords);
  const [password, setPassword] = useState('');
  const save = useChange({
    run: () => requestJson('PUT', `/v1/users/${user.id}/password`, { password }),
    done: () => w.passwordSet(user.name),
    onDoneHere: close,
    showsError: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <Dialog onClose={close} title={w.setPassword(user.name)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={w.newPassword}
            description={w.passwordRule}
            required
            minLength={12}
            data-autofocus
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={faultOf(save.error, '/password')}
          />
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {w.passwordButton}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
