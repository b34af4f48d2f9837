import { Anchor, Button, Collapse, Group, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { Action } from '../../action/action-data.ts';
import { OutdatedMark } from '../../action/outdated-mark.tsx';
import { isConfirmable } from '../../action/what-can-be-decided.ts';
import { useAddress } from '../../frame/use-address.ts';
import { kindWord, letterWord } from '../../level/level.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { useProviders } from '../../providers/use-providers.ts';
import { isSent } from '../../specific-action/plan.ts';
import { Empty } from '../../states/empty.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import type { Pages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './customer.module.css';

const words = defineWords(
  {
    none: 'Rien à faire',
    noneHint:
      'Les étapes prévues du scénario, les actions hors scénario et les tâches de ce client apparaîtront ici comme dans l’agenda.',
    list: 'Actions à faire de ce client',
    outside: 'hors scénario',
    automatic: 'part automatiquement',
    confirmed: 'à confirmer avant l’envoi',
    manual: 'à envoyer à la main',
    show: (items: string) => `Afficher les pièces rattachées (${items})`,
    hide: 'Masquer les pièces rattachées',
    more: 'Voir les suivantes',
    see: 'Voir',
    confirm: 'Confirmer…',
    finish: 'Terminer…',
    planned: 'prévue',
    to_do: 'à faire',
    to_confirm: 'à confirmer',
    needs_attention: 'à traiter',
  },
  {
    none: 'Nothing to do',
    noneHint: 'Planned steps, actions outside the scenario and tasks about this customer appear here as in the agenda.',
    list: 'Actions to do of this customer',
    outside: 'outside the scenario',
    automatic: 'sent automatically',
    confirmed: 'to be confirmed before it is sent',
    manual: 'to be sent by hand',
    show: (items: string) => `Show the items attached (${items})`,
    hide: 'Hide the items attached',
    more: 'Show more',
    see: 'See',
    confirm: 'Confirm…',
    finish: 'Finish…',
    planned: 'planned',
    to_do: 'to do',
    to_confirm: 'to confirm',
    needs_attention: 'needs attention',
  },
);

interface ToDoProps {
  actions: Pages<Action>;
}

/** The customer's open actions by day, each with its items. */
export function ToDo({ actions: { rows, error, onEnd, isLoadingMore, isStale } }: ToDoProps) {
  const w = useWords(words);
  // While the rows are still those of another customer, show none.
  if (!rows || isStale) return error ? <Failed error={error} /> : <Loading lines={4} />;
  if (rows.length === 0) return <Empty title={w.none} hint={w.noneHint} />;
  return (
    <>
      <ul aria-label={w.list} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {rows.map((action) => (
          <ToDoEntry key={action.id} action={action} />
        ))}
      </ul>
      {onEnd && (
        <Button variant="default" mt="sm" loading={isLoadingMore} onClick={onEnd}>
          {w.more}
        </Button>
      )}
    </>
  );
}

function ToDoEntry({ action }: { action: Action }) {
  const w = useWords(words);
  const { day, fromToday, money, language } = useFormats();
  const [isOpen, { toggle }] = useDisclosure(false);
  const { set } = useAddress();
  const { data: providers } = useProviders();
  const { invoices, level, title, text, letter_kind } = action;
  const what = letter_kind ? letterWord(letter_kind, language) : kindWord(action.kind, language);
  const facts = [
    what,
    isSent(action.kind) ? w[action.mode === 'to_confirm' ? 'confirmed' : action.mode] : null,
    action.origin === 'specific_action' ? w.outside : null,
    action.assignee?.name ?? null,
  ].filter(Boolean);
  return (
    <li className={classes.entry}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap={8}>
            {level !== null && <LevelBadge level={level} />}
            <Text fw={600}>{title ?? text}</Text>
            <OutdatedMark action={action} />
          </Group>
          <Text c="dimmed">{facts.join(' · ')}</Text>
          {action.reason && <Text maw={680}>{action.reason}</Text>}
        </div>
        <div style={{ textAlign: 'right', flex: 'none' }}>
          <Text fw={560}>
            {w[action.status as 'planned']} · {day(action.due_on)}
          </Text>
          <Text c="dimmed">{fromToday(action.due_on)}</Text>
          {invoices.length > 0 && <Text className="figures">{money(action.amount_cents, action.currency)}</Text>}
        </div>
      </Group>
      <Group gap="sm" mt={4}>
        {invoices.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={isOpen}>
            {isOpen ? w.hide : w.show(String(invoices.length))}
          </Button>
        )}
        <Button variant="default" size="compact-xs" onClick={() => set({ action: action.id, piece: null })}>
          {w[isConfirmable(action, providers) ? 'confirm' : action.status === 'to_do' ? 'finish' : 'see']}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <List size="sm" pl="sm">
          {invoices.map(({ id, number, balance_cents }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/dossiers/${id}`} size="sm" underline="always">
                {number}
              </Anchor>{' '}
              · {money(balance_cents, action.currency)}
            </List.Item>
          ))}
        </List>
      </Collapse>
    </li>
  );
}
