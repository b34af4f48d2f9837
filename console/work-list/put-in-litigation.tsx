import { Text } from '@mantine/core';
import { useState } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { effectOf, litigationWords } from './litigation-words.ts';
import { type Litigant, useLitigation } from './use-litigation.ts';

interface PutInLitigationProps {
  of: readonly Litigant[];
  close: () => void;
  onDone?: () => void;
}

/** Asks for the reason, and says what litigation does. */
export function PutInLitigation({ of, close, onDone }: PutInLitigationProps) {
  const w = useWords(litigationWords);
  const { number } = useFormats();
  const { open, done, said, isConfirmed } = useLitigation();
  const [reason, setReason] = useState(w.firstReason);
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
      consequence={effectOf(w, isConfirmed)}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
      {open.isPending && of.length > 1 && <Text c="dimmed">{w.progress(number(done), number(of.length))}</Text>}
    </CaseForm>
  );
}
