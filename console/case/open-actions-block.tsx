import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import type { Action } from '../action/action-data.ts';
import { ActionDay } from '../action/action-day.tsx';
import { actionWords, stateOf } from '../action/action-words.ts';
import { OutdatedMark } from '../action/outdated-mark.tsx';
import { isConfirmable } from '../action/what-can-be-decided.ts';
import { kindWord, letterWord } from '../level/level.ts';
import { useProviders } from '../providers/use-providers.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import { openActionsQuery } from './case-data.ts';
import classes from './case.module.css';
import { stepName } from './step-name.ts';

const words = defineWords(
  {
    title: 'Actions à faire',
    outside: 'hors scénario',
    itself: 'part automatiquement',
    besides: (items: string) => `aussi pour ${items}`,
    item: 'autre pièce',
    items: 'autres pièces',
    confirm: 'Confirmer…',
    finish: 'Terminer…',
    see: 'Voir',
  },
  {
    title: 'Actions to do',
    outside: 'outside the scenario',
    itself: 'sent automatically',
    besides: (items: string) => `also for ${items}`,
    item: 'other item',
    items: 'other items',
    confirm: 'Confirm…',
    finish: 'Finish…',
    see: 'See',
  },
);

/** What is planned for this case or waits for a person, each with a link to decide about it. */
export function OpenActionsBlock({ invoiceId }: { invoiceId: string }) {
  const w = useWords(words);
  const { data } = useQuery(openActionsQuery(invoiceId));
  const actions = data?.data ?? [];
  if (actions.length === 0) return null;
  return (
    <Block title={w.title}>
      {actions.map((action) => (
        <OpenAction key={action.id} action={action} invoiceId={invoiceId} />
      ))}
    </Block>
  );
}

function OpenAction({ action, invoiceId }: { action: Action; invoiceId: string }) {
  const w = useWords(words);
  const states = useWords(actionWords);
  const { data: providers } = useProviders();
  const facts = useFacts(action);
  const name = useName(action);
  return (
    <div className={classes.action} data-action={action.status}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap={8}>
        <Text fw={600}>{name}</Text>
        <ToDecide invoiceId={invoiceId} actionId={action.id} about={name}>
          {w[isConfirmable(action, providers) ? 'confirm' : action.status === 'to_do' ? 'finish' : 'see']}
        </ToDecide>
      </Group>
      <Text>
        {stateOf(action, states)} · <ActionDay action={action} />
      </Text>
      <OutdatedMark action={action} />
      {facts && <Text c="dimmed">{facts}</Text>}
    </div>
  );
}

/** On the page of the case the link opens the action beside it. In the drawer of a list it leads to that page. */
function ToDecide({
  invoiceId,
  actionId,
  about,
  children,
}: {
  invoiceId: string;
  actionId: string;
  about: string;
  children: string;
}) {
  const location = useLocation();
  const page = `/dossiers/${invoiceId}`;
  const isHere = location.pathname === page;
  return (
    <Button
      component={Link}
      to={{ pathname: page, search: `action=${actionId}` }}
      replace={isHere}
      state={isHere ? (location.state as unknown) : undefined}
      variant="default"
      size="compact-xs"
      flex="none"
      aria-label={`${children} ${about}`}
    >
      {children}
    </Button>
  );
}

/** The title that its author gave, or the reminder and how it is sent. */
function useName({ title, level, letter_kind: letterKind, kind }: Action): string {
  const { language } = useFormats();
  if (title) return title;
  const how = letterKind ? letterWord(letterKind, language) : kindWord(kind, language);
  return `${stepName(level, language)} · ${how}`;
}

function useFacts({ title, kind, mode, origin, reason, assignee, invoices }: Action): string {
  const w = useWords(words);
  const { count, language } = useFormats();
  const others = invoices.length - 1;
  return [
    title && origin !== 'task' ? kindWord(kind, language) : null,
    origin === 'specific_action' ? w.outside : null,
    mode === 'automatic' ? w.itself : null,
    assignee?.name,
    others > 0 ? w.besides(count(others, w.item, w.items)) : null,
    // For a step the page already says when and why; for a task, the history says who noted it.
    origin === 'step' || origin === 'task' || origin === 'specific_action' ? null : reason,
  ]
    .filter(Boolean)
    .join(' · ');
}
