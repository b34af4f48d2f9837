import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

const words = defineWords(
  {
    title: 'Changer mon mot de passe',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    rule: 'Au moins 12 caractères. Vos autres sessions seront fermées.',
    save: 'Changer le mot de passe',
    cancel: 'Annuler',
    done: 'Mot de passe changé.',
  },
  {
    title: 'Change my password',
    current: 'Present password',
    next: 'New password',
    rule: 'At least 12 characters. Your other sessions end.',
    save: 'Change the password',
    cancel: 'Cancel',
    done: 'Password changed.',
  },
);

/** Changes the user's own password. */
export function PasswordDialog({ close }: { close: () => void }) {
  const w = useWords(words);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChange({
    run: () => api.PUT('/v1/session/password', { body: { current_password: current, new_password: next } }),
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <Dialog onClose={close} title={w.title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={w.current}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={faultOf(change.error, '/current_password')}
            autoComplete="current-password"
            data-autofocus
            required
          />
          <PasswordInput
            label={w.next}
            description={w.rule}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            error={faultOf(change.error, '/new_password')}
            autoComplete="new-password"
            minLength={12}
            required
          />
          <ProblemNote error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
