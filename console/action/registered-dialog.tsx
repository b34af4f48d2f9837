import { Text } from '@mantine/core';
import { letterWord } from '../level/level.ts';
import { howItLeaves } from '../providers/how-it-leaves.ts';
import { SureOfRegistered } from '../providers/sure-of-registered.tsx';
import { useProviders } from '../providers/use-providers.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionWithDraft } from './action-data.ts';

const words = defineWords(
  { what: (kind: string, name: string, amount: string) => `Une ${kind} à ${name}, pour ${amount}.` },
  { what: (kind: string, name: string, amount: string) => `A ${kind} to ${name}, for ${amount}.` },
);

interface RegisteredDialogProps {
  action: ActionWithDraft;
  customerName: string;
  close: () => void;
  confirm: () => void;
}

/** Asks once more before a registered letter is confirmed: which kind, to whom and for how much. */
export function RegisteredDialog({ action, customerName, close, confirm }: RegisteredDialogProps) {
  const w = useWords(words);
  const { money, language } = useFormats();
  const { data: providers } = useProviders();
  const how = howItLeaves(providers, action);
  const amount = money(action.amount_cents, action.currency);
  return (
    <SureOfRegistered count={1} byProvider={how && how === 'posted'} close={close} send={confirm}>
      <Text>{w.what(letterWord(action.letter_kind ?? '', language), customerName, amount)}</Text>
    </SureOfRegistered>
  );
}
