import type { ReactNode } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { useLanguage } from '../words/language.ts';
import { sureWords } from './sure-words.ts';

interface SureOfRegisteredProps {
  /** The number of registered letters. */
  count: number;
  /** Whether the print provider posts them; undefined until loaded. */
  byProvider: boolean | undefined;
  submit?: string;
  close: () => void;
  send: () => void;
  /** The list of letters. */
  children: ReactNode;
}

/** Asks once more before registered letters are sent: they cost postage and have legal effects. */
export function SureOfRegistered({ count, byProvider, submit, close, send, children }: SureOfRegisteredProps) {
  const { language } = useLanguage();
  const w = sureWords(count, byProvider, language);
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={submit ?? w.submit}
      onSubmit={() => {
        close();
        send();
      }}
      isPending={false}
      error={null}
      consequence={w.change}
    >
      {children}
    </CaseForm>
  );
}
