import { Text } from '@mantine/core';
import { useState } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { createStore, useStore } from '../states/store.ts';
import { ReasonInput } from '../fields/reason-input.tsx';
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
    <CaseForm
      title={w.title(said(of))}
      close={close}
      submit={w.confirm(said(of))}
      onSubmit={confirm}
      isPending={open.isPending}
      isIncomplete={reason.trim() === ''}
      error={open.error}
      consequence={w.effect}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
      {open.isPending && of.length > 1 && <Text c="dimmed">{w.progress(number(done), number(of.length))}</Text>}
    </CaseForm>
  );
}
