import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useWords } from '../../words/words.ts';
import { liveWords } from './live-words.ts';

/** Puts the company live after the user has typed the confirmation word. */
export function LiveDialog({ cases, close }: { cases: string; close: () => void }) {
  const w = useWords(liveWords);
  const [typed, setTyped] = useState('');
  const [once] = useState(() => crypto.randomUUID());
  const isSure = typed.trim().toLowerCase() === w.word;
  const goLive = useChange({
    run: () => answerOf(api.POST('/v1/settings/live', { params: { header: { 'Idempotency-Key': once } }, body: {} })),
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSure) goLive.mutate(undefined);
  };
  return (
    <Dialog onClose={close} title={w.title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text>{w.warning}</Text>
          <TextInput
            label={w.type(w.word)}
            data-autofocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemNote error={goLive.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {w.cancel}
            </Button>
            <Button type="submit" color="red" disabled={!isSure} loading={goLive.isPending}>
              {w.confirm(cases)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
