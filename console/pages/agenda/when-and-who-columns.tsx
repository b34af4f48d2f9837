import type { ColumnDef } from '@tanstack/react-table';
import type { Action } from '../../action/action-data.ts';
import { ActionDay } from '../../action/action-day.tsx';
import { whoDid } from '../../providers/provider-names.ts';
import type { Language } from '../../words/language.ts';

/** The day an action is planned for, or on which it was done. */
export const dayColumn = (header: string, isDone: boolean): ColumnDef<Action> => ({
  id: 'day',
  header,
  cell: ({ row }) => <ActionDay action={row.original} isStacked />,
  meta: {
    width: '128px',
    sort: isDone ? 'settled_at' : 'due_on',
    sheet: { day: isDone ? 'settled_at' : 'due_on' },
  },
});

const WHO_WIDTH = 'minmax(108px, 0.6fr)';

/** Whose action it is: its assignee's, or the customer's collector's. */
export const whoColumn = (header: string): ColumnDef<Action> => ({
  id: 'who',
  header,
  cell: ({ row }) => (row.original.assignee ?? row.original.customer?.collector)?.name ?? '–',
  meta: {
    width: WHO_WIDTH,
    sheet: { text: ({ assignee_name: own, customer_collector_name: of }) => own || of },
  },
});

/** Who did or skipped the action. */
export const byColumn = (header: string, language: Language): ColumnDef<Action> => ({
  id: 'by',
  header,
  cell: ({ row: { original } }) => (original.settled_by ? whoDid(original.settled_by, language) : '–'),
  meta: {
    width: WHO_WIDTH,
    sheet: {
      text: ({ settled_by_kind: kind = '', settled_by_name: name = '' }) => name && whoDid({ kind, name }, language),
    },
  },
});
