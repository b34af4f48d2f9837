import { TagsInput } from '@mantine/core';
import { isElectronicLetter } from '../level/kinds.ts';
import { isPrintedHere } from '../providers/is-printed-here.ts';
import { useProviders } from '../providers/use-providers.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { TypedPlan } from './plan.ts';

const words = defineWords(
  {
    recipients: 'Destinataires',
    recipient: 'Destinataire',
    hint: 'Vide\u00a0: le contact pour le recouvrement.',
  },
  {
    recipients: 'Recipients',
    recipient: 'Recipient',
    hint: 'Empty: the contact for recovery.',
  },
);

interface RecipientsProps {
  value: TypedPlan;
  set: (part: Partial<TypedPlan>) => void;
  emails: readonly string[];
  error: string | undefined;
}

/**
 * Recipients of an e-mail, or the one recipient of an electronic letter that the provider takes. Nothing else goes to
 * an e-mail address.
 */
export function PlanRecipients({ value, set, emails, error }: RecipientsProps) {
  const w = useWords(words);
  const { data: providers } = useProviders();
  const shared = { description: w.hint, data: [...emails], error };
  if (value.kind === 'email')
    return (
      <TagsInput
        {...shared}
        label={w.recipients}
        value={value.recipients}
        onChange={(recipients) => set({ recipients })}
      />
    );
  if (
    value.kind !== 'letter' ||
    !isElectronicLetter(value.letter_kind) ||
    !providers ||
    isPrintedHere(providers, value)
  )
    return null;
  return (
    <TagsInput
      {...shared}
      label={w.recipient}
      maxTags={1}
      value={value.recipient === null ? [] : [value.recipient]}
      onChange={([recipient = null]) => set({ recipient })}
    />
  );
}
