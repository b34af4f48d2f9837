import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { useWords } from '../../words/words.ts';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import { mailRecipient } from './mail-recipient.ts';
import { useCustomer } from './use-customer.ts';

interface MailAgainProps {
  customerId: string;
  label: string;
  isMain: boolean;
  isPending: boolean;
  /** The recipients of the mail that stopped the case, as far as it is known. */
  before: readonly string[] | null;
  send: () => void;
}

/**
 * The button that sends by e-mail, with whom it goes to. Without a valid address it is grey and says why; when nothing
 * was corrected since, it asks first.
 */
export function MailAgain({ customerId, label, isMain, isPending, before, send }: MailAgainProps) {
  const w = useWords(attentionWords);
  const [isAsking, ask] = useState(false);
  const customer = useCustomer(customerId)?.data;
  const to = customer && mailRecipient(customer.contacts);
  const isCorrected = to != null && before !== null && !before.includes(to.email);
  return (
    <>
      <Button
        variant={isMain ? 'filled' : 'default'}
        loading={isPending}
        disabled={!to}
        title={to === null ? w.nobody : undefined}
        onClick={() => (isCorrected ? send() : ask(true))}
      >
        {label}
      </Button>
      {customer && (
        <Text c="dimmed" size="xs" role="note" className={classes.note}>
          {to ? w.goesTo(`${to.name} <${to.email}>`) : w.nobody}
        </Text>
      )}
      {isAsking && to && (
        <CaseForm
          title={label}
          close={() => ask(false)}
          submit={label}
          onSubmit={() => {
            ask(false);
            send();
          }}
          isPending={false}
          error={null}
          consequence={w.leavesAtOnce(to.email)}
        >
          <Text>{w.uncorrected}</Text>
        </CaseForm>
      )}
    </>
  );
}
