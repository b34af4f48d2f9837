import type { ReactNode } from 'react';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { useLanguage } from '../words/language.ts';
import { sureWords } from './sure-words.ts';

interface SureOfRegisteredProps {
  /** How many registered letters. */
  count: number;
  /** Whether the print provider posts them; undefined while that is not known. */
  byProvider: boolean | undefined;
  submit?: string;
  close: () => void;
  send: () => void;
  /** Which they are. */
  children: ReactNode;
}

/** Asked once more before registered letters leave: they cost postage and start what the law attaches to them. */
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
