import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { createStore, useStore } from '../states/store.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { litigationWords } from './litigation-words.ts';
import { type Litigant, useLitigation } from './use-litigation.ts';

interface Asked {
  of: readonly Litigant[];
  onDone?: () => void;
}

const asked = createStore<Asked | null>(null);

/** Asks for the reason, says what it does, then puts these in litigation. */
export const askForLitigation = (of: readonly Litigant[], onDone?: () => void) =>
  asked.set({ of, ...(onDone ? { onDone } : {}) });

/** Once on every page from which something can be put in litigation. */
export function LitigationDialog() {
  const now = useStore(asked);
  return now ? <Opened {...now} key={now.of[0]?.id} /> : null;
}

function Opened({ of, onDone }: Asked) {
  const w = useWords(litigationWords);
  const { number } = useFormats();
  const { open, done, said } = useLitigation();
  const [reason, setReason] = useState(w.firstReason);
  const close = () => asked.set(null);
  const confirm = () =>
    open.mutate(
      { of, reason: reason.trim() },
      {
        onSuccess: () => {
          close();
          onDone?.();
        },
      },
    );
  return (
    <Modal opened onClose={close} title={w.title(said(of))}>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          confirm();
        }}
      >
        <Text>{w.effect}</Text>
        <Textarea
          label={w.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={1000}
          required
          data-autofocus
        />
        <ProblemNote error={open.error} />
        <Group justify="flex-end">
          {open.isPending && of.length > 1 && (
            <Text c="dimmed" mr="auto">
              {w.progress(number(done), number(of.length))}
            </Text>
          )}
          <Button variant="default" onClick={close}>
            {w.cancel}
          </Button>
          <Button type="submit" loading={open.isPending} disabled={reason.trim() === ''}>
            {w.confirm(said(of))}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
