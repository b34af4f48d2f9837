import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words/words.ts';
import { ContactsDialog } from '../customer/contacts-dialog.tsx';
import { AddressFix } from './address-fix.tsx';
import { ContactField } from './contact-field.tsx';
import { fixWords } from './fix-words.ts';
import { addresseesToMend, remediesFor } from './mended-by.ts';
import type { Stopped } from './use-anomalies.ts';
import { useCustomer } from './use-customer.ts';

/** The fields that fix what stopped the case: the postal address, or a contact's e-mail or phone number. */
export function ContactFix({ action }: { action: Stopped }) {
  const w = useWords(fixWords);
  const [isAdding, setAdding] = useState(false);
  const data = useCustomer(action.customer.id);
  if (!data) return null;
  const { data: customer, etag } = data;
  const remedies = remediesFor(action.attention_code, customer.contacts);
  const ofContacts = remedies.filter((remedy) => remedy !== 'address');
  return (
    <>
      {remedies.includes('address') && <AddressFix action={action} customer={customer} etag={etag} />}
      {ofContacts.map((field) =>
        (field === 'email' ? addresseesToMend(customer.contacts) : customer.contacts).map((contact) => (
          <ContactField
            key={`${contact.id} ${field}`}
            action={action}
            customer={customer}
            etag={etag}
            contact={contact}
            field={field}
          />
        )),
      )}
      {ofContacts.length > 0 && customer.contacts.length === 0 && (
        <Button variant="default" w="fit-content" onClick={() => setAdding(true)}>
          {w.addContact}
        </Button>
      )}
      {isAdding && <ContactsDialog customer={customer} etag={etag} close={() => setAdding(false)} />}
    </>
  );
}
