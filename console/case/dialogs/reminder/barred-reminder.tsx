import { Alert, Button, Group, Stack } from '@mantine/core';
import { PlainDialog } from '../../../frame/plain-dialog.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import type { CaseDialogProps } from '../case-dialogs.tsx';
import type { Bar } from './barred-by.ts';
import { reminderWords } from './reminder-words.ts';

const words = defineWords(
  {
    close: 'Fermer',
    litigation:
      'La facture est au contentieux\u00a0: rien ne part à son sujet, même à la main. Sortez-la d’abord du contentieux.',
    dispute:
      'Le client conteste la facture\u00a0: aucune relance ne part, même à la main. Le litige est à clore d’abord.',
    insolvency: 'Le client est en procédure collective\u00a0: ce qu’il doit se déclare, et ne lui est pas réclamé.',
    overindebtedness:
      'Le client a un dossier de surendettement\u00a0: ce qu’il doit se déclare, et ne lui est pas réclamé.',
  },
  {
    close: 'Close',
    litigation:
      'The invoice is in litigation: nothing is sent about it, by hand either. Take it out of litigation first.',
    dispute: 'The customer disputes the invoice: no reminder is sent, by hand either. Close the dispute first.',
    insolvency: 'The customer is in insolvency proceedings: what is owed is declared, and not claimed.',
    overindebtedness: 'The customer has a file of over-indebtedness: what is owed is declared, and not claimed.',
  },
);

/** Why this invoice cannot be reminded by hand, and what to do first. */
export function BarredReminder({ invoice, close, bar }: CaseDialogProps & { bar: Bar }) {
  const w = useWords(words);
  const { title } = useWords(reminderWords);
  return (
    <PlainDialog title={title(invoice.number)} onClose={close}>
      <Stack gap="sm">
        <Alert variant="default" role="note">
          {w[bar]}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {w.close}
          </Button>
        </Group>
      </Stack>
    </PlainDialog>
  );
}
