import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { isAddress } from '../../draft/addresses.ts';
import { useDraft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { contactsBody, typedContacts } from '../customer/typed-contacts.ts';
import { FixForm } from './fix-form.tsx';
import { fixWords } from './fix-words.ts';
import { useCorrection } from './use-correction.ts';
import type { Stopped } from './use-anomalies.ts';

type Contact = Schema<'Customer'>['contacts'][number];

interface ContactFieldProps {
  action: Stopped;
  customer: Schema<'Customer'>;
  etag: string;
  contact: Contact;
  field: 'email' | 'phone';
}

/**
 * Saves only this contact, with the version that the user started from: a colleague's change of the same contact is not
 * overwritten, and changes of other contacts do not matter.
 */
export function ContactField({ action, customer, etag, contact, field }: ContactFieldProps) {
  const w = useWords(fixWords);
  const stored = typedContacts(customer.contacts);
  const saved = { value: { typed: stored[contact.id] }, etag };
  const draft = useDraft(saved);
  const [refused, refuse] = useState<string | null>(null);
  const problems: Record<string, string> = w.problem;
  const { typed } = draft.value;
  const save = useCorrection({
    action,
    draft,
    body: () => ({ contacts: contactsBody(stored, { ...stored, [contact.id]: typed ?? null }) }),
    corrected: w.corrected[field](contact.name),
  });
  if (!typed) return null;
  const problem = field === 'email' ? contact.email_problem : null;
  const isWrong = field === 'email' && !isAddress(typed.email.trim());
  return (
    <FixForm
      submit={w.save[field]}
      isStopped={!draft.isDirty || draft.isStale || typed[field].trim() === ''}
      isPending={save.isPending}
      save={() => (isWrong ? refuse(typed.email) : save.mutate(undefined))}
      stale={{ is: draft.isStale, theirs: draft.reset, mine: () => draft.merge(saved) }}
    >
      <TextInput
        type={field === 'email' ? 'email' : 'tel'}
        size="xs"
        w="min(100%, 440px)"
        title={typed[field]}
        label={w[field](contact.name)}
        description={problem ? (problems[problem] ?? problem) : undefined}
        error={refused === typed[field] ? w.noAddress : undefined}
        value={typed[field]}
        onChange={(event) => draft.set({ typed: { ...typed, [field]: event.currentTarget.value } })}
      />
    </FixForm>
  );
}
