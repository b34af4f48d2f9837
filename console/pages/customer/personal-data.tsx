import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconDownload, IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { Block } from '../../case/block.tsx';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { useSession } from '../../frame/session.ts';
import { DownloadButton } from '../../table/download-button.tsx';
import { useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';

const words = defineWords(
  {
    block: 'Données personnelles',
    download: 'Télécharger ses données',
    downloadHint: 'Un fichier avec tout ce qui est enregistré à son sujet, à relire avant de le lui remettre.',
    erase: 'Effacer ses données…',
    title: (customer: string) => `Effacer les données ${withDe(customer)}`,
    submit: 'Effacer définitivement',
    eraseAgain: 'Effacer ce qui est venu depuis…',
    reason: 'Motif',
    reasonHint: 'Reste dans l’historique de chaque dossier\u00a0: n’y écrivez ni nom ni adresse.',
    replace: 'Remplacer aussi sa référence',
    replaceHint:
      'Si elle contient un nom ou une adresse. Un import de l’ancienne référence créerait alors un nouveau client.',
    changes:
      'Nom, adresse, contacts, étiquettes, commentaires, textes et courriers envoyés, pièces jointes et preuves sont effacés, sans retour possible. Montants, dates, numéros de pièces, niveaux et empreintes SHA-256 restent. Plus rien ne pourra lui être envoyé.',
    done: 'Les données personnelles du client sont effacées.',
    erased: 'Client effacé',
    by: (name: string, day: string) => `Données personnelles effacées le ${day} par ${name}.`,
    why: (reason: string) => `Motif\u00a0: ${reason}`,
  },
  {
    block: 'Personal data',
    download: 'Download their data',
    downloadHint: 'One file with all that is stored about them; read it before you hand it over.',
    erase: 'Erase their data…',
    title: (customer: string) => `Erase the data of ${customer}`,
    submit: 'Erase for good',
    eraseAgain: 'Erase what came since…',
    reason: 'Reason',
    reasonHint: 'Stays in the history of each case: write neither a name nor an address.',
    replace: 'Replace the reference too',
    replaceHint:
      'Where it holds a name or an address. An import of the former reference would then create a new customer.',
    changes:
      'Name, address, contacts, tags, comments, texts and letters that were sent, attachments and proofs are erased for good. Amounts, days, invoice numbers, levels and SHA-256 hashes stay. Nothing more can be sent to them.',
    done: 'The customer’s personal data is erased.',
    erased: 'Erased customer',
    by: (name: string, day: string) => `Personal data erased on ${day} by ${name}.`,
    why: (reason: string) => `Reason: ${reason}`,
  },
);

type Customer = Schema<'Customer'>;

/** Personal data: download (supervisors) and erasure (admins). */
export function PersonalData({ customer }: { customer: Customer }) {
  const w = useWords(words);
  const { isSupervisor, isAdmin } = useSession();
  const [isErasing, setErasing] = useState(false);
  if (!isSupervisor) return null;
  return (
    <Block title={w.block}>
      <Text c="dimmed">{w.downloadHint}</Text>
      <Group gap="xs" mt={8}>
        <DownloadButton
          path={`/v1/customers/${customer.id}/personal-data`}
          icon={<IconDownload size={13} aria-hidden />}
        >
          {w.download}
        </DownloadButton>
        {isAdmin && (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<IconEraser size={13} aria-hidden />}
            onClick={() => setErasing(true)}
          >
            {customer.erasure === null ? w.erase : w.eraseAgain}
          </Button>
        )}
      </Group>
      {isErasing && <EraseDialog customer={customer} close={() => setErasing(false)} />}
    </Block>
  );
}

function EraseDialog({ customer, close }: { customer: Customer; close: () => void }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  // The customer as named when the dialog opened: after the erasure there is no name.
  const [asked] = useState(customer);
  const { id } = asked;
  const [reason, setReason] = useState('');
  const [replaces, setReplaces] = useState(false);
  const erase = useChange({
    run: () => {
      const body = { reason: reason.trim(), replace_reference: replaces };
      return answerOf(api.POST('/v1/customers/{id}/erasure', { params: { path: { id } }, body }));
    },
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(nameOf(asked))}
      close={close}
      submit={w.submit}
      onSubmit={() => erase.mutate(undefined)}
      isPending={erase.isPending}
      isIncomplete={reason.trim() === ''}
      error={erase.error}
      consequence={w.changes}
    >
      <ReasonInput
        label={w.reason}
        hint={w.reasonHint}
        value={reason}
        onChange={setReason}
        error={faultOf(erase.error, '/reason')}
        isFirst
      />
      <Checkbox
        label={w.replace}
        description={w.replaceHint}
        checked={replaces}
        onChange={(event) => setReplaces(event.currentTarget.checked)}
      />
    </CaseForm>
  );
}

/** Who erased the customer, when and why. */
export function ErasedNote({ erasure }: { erasure: NonNullable<Customer['erasure']> }) {
  const w = useWords(words);
  const { day } = useFormats();
  return (
    <Alert variant="default" mb="md" p="sm" title={w.erased} icon={<IconEraser size={18} aria-hidden />}>
      <Text>{w.by(erasure.erased_by, day(erasure.erased_at))}</Text>
      <Text c="dimmed">{w.why(erasure.reason)}</Text>
    </Alert>
  );
}
