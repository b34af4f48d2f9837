import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import { answerOf, api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useWords } from '../../words/words.ts';
import { usersWords } from './users-words.ts';

type Role = 'collector' | 'supervisor' | 'admin';

/** Takes a person in, or changes what is known of one. */
export function UserDialog({ user, close }: { user: Schema<'User'> | null; close: () => void }) {
  const w = useWords(usersWords);
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [phone, setPhone] = useState(user?.phone ?? '');
  const [role, setRole] = useState((user?.role ?? 'collector') as Role);
  const save = useChange({
    run: async () => {
      const body = { name, email, phone: phone.trim() || null, role };
      if (!user) return answerOf(api.POST('/v1/users', { body }));
      const path = { id: user.id };
      const { etag } = await versionedAnswerOf(api.GET('/v1/users/{id}', { params: { path } }));
      return answerOf(api.PATCH('/v1/users/{id}', { params: { path, header: { 'If-Match': etag } }, body }));
    },
    done: () => (user ? w.saved : w.added)(name),
    onDone: close,
    showsError: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <Dialog onClose={close} title={user ? w.edit(user.name) : w.add}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={w.name}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faultOf(save.error, '/name')}
          />
          <TextInput
            label={w.email}
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={faultOf(save.error, '/email')}
          />
          <TextInput
            label={w.phone}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
            error={faultOf(save.error, '/phone')}
          />
          <Select
            label={w.role}
            allowDeselect={false}
            data={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
            value={role}
            onChange={(chosen) => chosen && setRole(chosen as Role)}
          />
          <ProblemNote error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {user ? w.save : w.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
