import { Text } from '@mantine/core';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { letterWord } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionWithDraft } from './action-data.ts';

const words = defineWords(
  {
    title: 'Confirmer la lettre recommandée ?',
    what: (kind: string, name: string, amount: string) => `Une ${kind} à ${name}, pour ${amount}.`,
    change:
      'Elle part par le prestataire éditique et ne se rappelle pas ; sans prestataire, elle attend ici que quelqu’un l’ait postée.',
    submit: 'Confirmer la lettre recommandée',
  },
  {
    title: 'Confirm the registered letter?',
    what: (kind: string, name: string, amount: string) => `A ${kind} to ${name}, for ${amount}.`,
    change: 'It leaves by the print provider and cannot be called back; without a provider it waits here to be posted.',
    submit: 'Confirm the registered letter',
  },
);

interface RegisteredDialogProps {
  action: ActionWithDraft;
  customerName: string;
  close: () => void;
  confirm: () => void;
}

/** Asked once more, since it costs postage and starts what the law attaches to it. */
export function RegisteredDialog({ action, customerName, close, confirm }: RegisteredDialogProps) {
  const w = useWords(words);
  const { money, language } = useFormats();
  const amount = money(action.amount_cents, action.currency);
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => {
        close();
        confirm();
      }}
      isPending={false}
      error={null}
      consequence={w.change}
    >
      <Text>{w.what(letterWord(action.letter_kind ?? '', language), customerName, amount)}</Text>
    </CaseForm>
  );
}
