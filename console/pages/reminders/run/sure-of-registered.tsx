import { Text } from '@mantine/core';
import { CaseForm } from '../../../case/dialogs/case-form.tsx';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { runWords } from './run-words.ts';

interface SureOfRegisteredProps {
  /** How many registered letters the provider posts. */
  registered: number;
  submit: string;
  close: () => void;
  send: () => void;
}

/** Asked once more, as in the agenda: they cost postage and start what the law attaches to them. */
export function SureOfRegistered({ registered, submit, close, send }: SureOfRegisteredProps) {
  const w = useWords(runWords);
  const { count } = useFormats();
  return (
    <CaseForm
      title={w.sure}
      close={close}
      submit={submit}
      onSubmit={() => {
        close();
        send();
      }}
      isPending={false}
      error={null}
      consequence={w.sureChange}
    >
      <Text>{w.registered(count(registered, w.one, w.many))}</Text>
    </CaseForm>
  );
}
