import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Action } from '../action/action-data.ts';
import { isToPost } from '../action/what-can-be-decided.ts';
import { KeyHint } from '../frame/key-hint.tsx';
import { useKeys } from '../frame/keys.ts';
import { useSession } from '../frame/session.ts';
import { isFreeCreditNote, isUnspent } from '../payment/free-money.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type Invoice, openActionsQuery } from './case-data.ts';
import classes from './case.module.css';
import { PostedButton } from './posted-button.tsx';
import type { CaseDialogName } from './dialogs/case-dialogs.tsx';

const words = defineWords(
  {
    bar: 'Actions du dossier',
    reminder: 'Relancer…',
    promise: 'Promesse…',
    dispute: 'Litige…',
    litigation: 'Contentieux…',
    pause: 'Pause…',
    call: 'Appel…',
    note: 'Note…',
    level: 'Niveau…',
    task: 'Tâche…',
    more: 'Autres actions',
    payment: 'Règlement reçu…',
    credit: 'Avoir…',
    spendCredit: 'Imputer l’avoir…',
    refundCredit: 'Remboursé au client…',
    changeCredit: 'Modifier l’avoir…',
    cancelCredit: 'Annuler l’avoir…',
    change: 'Modifier la facture…',
    scenario: 'Changer de scénario…',
    cancel: 'Annuler la facture…',
    writeOff: 'Passer en perte…',
  },
  {
    bar: 'Actions on the case',
    reminder: 'Remind…',
    promise: 'Promise…',
    dispute: 'Dispute…',
    litigation: 'Litigation…',
    pause: 'Pause…',
    call: 'Call…',
    note: 'Note…',
    level: 'Level…',
    task: 'Task…',
    more: 'More actions',
    payment: 'Payment received…',
    credit: 'Credit note…',
    spendCredit: 'Set off the credit note…',
    refundCredit: 'Paid back to the customer…',
    changeCredit: 'Change the credit note…',
    cancelCredit: 'Cancel the credit note…',
    change: 'Change the invoice…',
    scenario: 'Change the scenario…',
    cancel: 'Cancel the invoice…',
    writeOff: 'Write off…',
  },
);

const BAR = [
  ['reminder', 'r'],
  ['promise', 'p'],
  ['dispute', 'l'],
  ['litigation', 'c'],
  ['pause', 's'],
  ['call', 'a'],
  ['note', 'n'],
  ['level', null],
  ['task', null],
] as const satisfies readonly (readonly [CaseDialogName, string | null])[];

/** A case that has ended only takes notes, calls and tasks. */
const AFTER_THE_END: ReadonlySet<CaseDialogName> = new Set(['call', 'note', 'task']);

interface CaseActionsProps {
  invoice: Invoice;
  open: (name: CaseDialogName) => void;
}

/** Everything that a user can do with the case, each with its key. */
export function CaseActions({ invoice, open }: CaseActionsProps) {
  const w = useWords(words);
  const isOpen = invoice.closed_at === null && invoice.kind === 'invoice';
  // A late payment goes to the customer's account. Only a case that was written off still takes it.
  const isOver = invoice.closed_at !== null && invoice.kind === 'invoice';
  const toPost = useLetterToPost(invoice.id);
  const may = (name: CaseDialogName) => isOpen || AFTER_THE_END.has(name);
  useKeys(
    Object.fromEntries(BAR.flatMap(([name, key]) => (key && may(name) ? [[key, () => open(name)] as const] : []))),
  );
  return (
    <div className={classes.bar} role="toolbar" aria-label={w.bar}>
      {toPost && <PostedButton action={toPost} key={toPost.id} />}
      {BAR.filter(([name]) => may(name)).map(([name, key]) => (
        <Button
          key={name}
          variant={name === 'reminder' && !toPost ? 'filled' : 'default'}
          onClick={() => open(name)}
          aria-keyshortcuts={key ?? undefined}
          rightSection={key && <KeyHint name={key.toUpperCase()} />}
        >
          {w[name]}
        </Button>
      ))}
      {isFreeCreditNote(invoice) && (
        <>
          <Button onClick={() => open('spendCredit')}>{w.spendCredit}</Button>
          <Button variant="default" onClick={() => open('refundCredit')}>
            {w.refundCredit}
          </Button>
        </>
      )}
      {isUnspent(invoice) && (
        <>
          <Button variant="default" onClick={() => open('changeCredit')}>
            {w.changeCredit}
          </Button>
          <Button variant="default" onClick={() => open('cancel')}>
            {w.cancelCredit}
          </Button>
        </>
      )}
      {isOver && (
        <Button variant="default" onClick={() => open('payment')}>
          {w.payment}
        </Button>
      )}
      {isOpen && <MoreActions open={open} />}
    </div>
  );
}

/** The letter of this case that is made and waits for who posts it. */
function useLetterToPost(invoiceId: string): Action | undefined {
  const { data } = useQuery(openActionsQuery(invoiceId));
  return data?.data.find(isToPost);
}

function MoreActions({ open }: Pick<CaseActionsProps, 'open'>) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" aria-label={w.more} px={8}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('payment')}>{w.payment}</Menu.Item>
        <Menu.Item onClick={() => open('credit')}>{w.credit}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => open('change')}>{w.change}</Menu.Item>
        <Menu.Item onClick={() => open('scenario')}>{w.scenario}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => open('cancel')}>{w.cancel}</Menu.Item>
        {isSupervisor && <Menu.Item onClick={() => open('writeOff')}>{w.writeOff}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
