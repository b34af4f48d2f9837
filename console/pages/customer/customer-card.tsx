import { Anchor, Badge, Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { IconFileTypePdf, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { AddressText } from '../../address/address-text.tsx';
import type { Schema } from '../../api/client.ts';
import { Block } from '../../case/block.tsx';
import { useUserName } from '../../choose/user-select.tsx';
import { ScenarioFrom } from '../../ladder/scenario-from.tsx';
import { customerWord } from '../../level/level.ts';
import { DownloadButton } from '../../table/download-button.tsx';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { ContactList } from './contact-list.tsx';
import { ContactsDialog } from './contacts-dialog.tsx';
import { Consents } from './consents.tsx';
import { CustomerPause } from './customer-pause.tsx';
import classes from './customer.module.css';
import { EditCustomerDialog } from './edit-customer-dialog.tsx';
import { ErasedNote, PersonalData } from './personal-data.tsx';

const words = defineWords(
  {
    card: 'Fiche du client',
    identity: 'Client',
    reference: 'Référence',
    kind: 'Type',
    language: 'Langue',
    fr: 'français',
    en: 'anglais',
    group: 'Groupe',
    noGroup: 'aucun',
    scenario: 'Scénario',
    collector: 'Chargé',
    noCollector: 'personne',
    tags: 'Étiquettes',
    address: 'Adresse',
    contacts: 'Contacts',
    edit: 'Modifier la fiche',
    editContacts: 'Modifier les contacts',
    statement: 'Relevé de compte (PDF)',
    invoices: 'Voir ses dossiers dans les relances',
  },
  {
    card: 'The customer’s card',
    identity: 'Customer',
    reference: 'Reference',
    kind: 'Kind',
    language: 'Language',
    fr: 'French',
    en: 'English',
    group: 'Group',
    noGroup: 'none',
    scenario: 'Scenario',
    collector: 'Collector',
    noCollector: 'nobody',
    tags: 'Tags',
    address: 'Address',
    contacts: 'Contacts',
    edit: 'Edit the card',
    editContacts: 'Edit the contacts',
    statement: 'Statement of account (PDF)',
    invoices: 'See their cases in the work list',
  },
);

interface CustomerCardProps {
  customer: Schema<'Customer'>;
  etag: string;
}

/** Who the customer is, how to reach the customer, and what applies to all of the customer's invoices. */
export function CustomerCard({ customer, etag }: CustomerCardProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const userName = useUserName();
  const [dialog, setDialog] = useState<'card' | 'contacts' | null>(null);
  const { address, erasure } = customer;
  const facts = [
    [w.reference, customer.reference],
    [w.kind, customerWord(customer.kind, language)],
    [w.language, w[customer.language]],
    [w.collector, userName(customer.collector_id) ?? w.noCollector],
    [w.group, customer.group?.name ?? w.noGroup],
    [w.scenario, <ScenarioFrom key="scenario" customer={customer} />],
  ] as const;
  return (
    <aside className={classes.card} aria-label={w.card}>
      <VisuallyHidden component="h2">{w.card}</VisuallyHidden>
      {erasure ? <ErasedNote erasure={erasure} /> : <CustomerPause customer={customer} />}
      <Block title={w.identity}>
        <dl style={{ margin: 0 }}>
          {facts.map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {customer.tags.length > 0 && (
          <Group gap={4} mt={6} aria-label={w.tags} role="group">
            {customer.tags.map((tag) => (
              <Badge key={tag} variant="default" tt="none" fw={500}>
                {tag}
              </Badge>
            ))}
          </Group>
        )}
        {!erasure && (
          <Group mt={8}>
            <DownloadButton
              path={`/v1/customers/${customer.id}/account.pdf`}
              icon={<IconFileTypePdf size={13} aria-hidden />}
            >
              {w.statement}
            </DownloadButton>
          </Group>
        )}
      </Block>
      <Block title={w.address}>
        <AddressText address={address} />
        {!erasure && <EditButton label={w.edit} onClick={() => setDialog('card')} />}
      </Block>
      <Block title={w.contacts}>
        <ContactList contacts={customer.contacts} />
        {!erasure && <EditButton label={w.editContacts} onClick={() => setDialog('contacts')} />}
      </Block>
      {!erasure && <Consents customer={customer} />}
      <PersonalData customer={customer} />
      <Stack mt="md">
        <Anchor component={Link} to={`/relances?customer_id=${customer.id}`} size="sm">
          {w.invoices}
        </Anchor>
      </Stack>
      {dialog === 'card' && <EditCustomerDialog customer={customer} etag={etag} close={() => setDialog(null)} />}
      {dialog === 'contacts' && <ContactsDialog customer={customer} etag={etag} close={() => setDialog(null)} />}
    </aside>
  );
}

function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      mt={8}
      leftSection={<IconPencil size={13} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
