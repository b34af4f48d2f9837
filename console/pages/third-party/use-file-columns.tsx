import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { holdWord } from '../../level/level.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { customerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { isOverdue, obstacleOf } from './may-be-listed.ts';
import type { Role, UnpaidFile } from './unpaid-files.ts';

const words = defineWords(
  {
    number: 'Facture',
    reference: 'Dossier',
    customer: 'Client',
    mission: 'Mission',
    due: 'Échéance',
    late: 'Retard',
    balance: 'Reste dû',
    level: 'Niveau',
    notary: 'Not.',
    referrer: 'Pro.',
    state: 'Figure dans l’état',
    yes: 'oui',
    early: 'oui\u00a0: pas encore échu',
    no: (why: string) => `non\u00a0: ${why}`,
    days: (days: number) => `${days}\u00a0j`,
    obstacles: { paid: 'soldé', unpayable: 'ne peut pas payer' },
  },
  {
    number: 'Invoice',
    reference: 'File',
    customer: 'Customer',
    mission: 'Mission',
    due: 'Due on',
    late: 'Late',
    balance: 'Left to pay',
    level: 'Level',
    notary: 'Not.',
    referrer: 'Pro.',
    state: 'In the statement',
    yes: 'yes',
    early: 'yes: not due yet',
    no: (why: string) => `no: ${why}`,
    days: (days: number) => `${days} d`,
    obstacles: { paid: 'paid', unpayable: 'may not pay' },
  },
);

/** The columns of unpaid files, with the day of the last statement that listed them. */
export function useFileColumns(role: Role): ColumnDef<UnpaidFile>[] {
  const w = useWords(words);
  const { money, day, language } = useFormats();
  return useMemo(() => {
    const text = (value: string | null) => <Text truncate>{value ?? ''}</Text>;
    const stateOf = (file: UnpaidFile) => {
      const obstacle = obstacleOf(file, role);
      if (obstacle === null) return isOverdue(file) ? w.yes : w.early;
      return w.no(
        obstacle in w.obstacles ? w.obstacles[obstacle as keyof typeof w.obstacles] : holdWord(obstacle, language),
      );
    };
    const stamped = (file: UnpaidFile) =>
      role === 'notary' ? file.last_statement_to_notary_on : file.last_statement_to_referrer_on;
    return [
      {
        id: 'number',
        header: w.number,
        meta: { width: 'minmax(114px, 1fr)' },
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={`/dossiers/${original.id}`} size="sm" fw={560} truncate>
            {original.number}
          </Anchor>
        ),
      },
      {
        id: 'reference',
        header: w.reference,
        meta: { width: 'minmax(114px, 1fr)' },
        cell: ({ row: { original } }) => text(original.case_file.reference),
      },
      {
        id: 'customer',
        header: w.customer,
        meta: { width: 'minmax(120px, 1.6fr)' },
        cell: ({ row: { original } }) => text(customerName(original.customer, language)),
      },
      {
        id: 'mission',
        header: w.mission,
        meta: { width: 'minmax(100px, 1.4fr)' },
        cell: ({ row: { original } }) => text(original.case_file.mission),
      },
      {
        id: 'due',
        header: w.due,
        meta: { width: '106px' },
        cell: ({ row: { original } }) => original.due_on && day(original.due_on),
      },
      {
        id: 'late',
        header: w.late,
        meta: { width: '62px', align: 'right' },
        cell: ({
          row: {
            original: { days_late: days },
          },
        }) => (days !== null && days > 0 ? w.days(days) : null),
      },
      {
        id: 'balance',
        header: w.balance,
        meta: { width: '96px', align: 'right' },
        cell: ({ row: { original } }) => money(original.balance_cents, original.currency),
      },
      {
        id: 'level',
        header: w.level,
        meta: { width: '60px', align: 'center' },
        cell: ({ row: { original } }) => <LevelBadge level={original.dunning.level} />,
      },
      {
        id: 'stamped',
        header: w[role],
        meta: { width: '106px' },
        cell: ({ row: { original } }) => {
          const on = stamped(original);
          return on && day(on);
        },
      },
      {
        id: 'state',
        header: w.state,
        meta: { width: '168px' },
        cell: ({ row: { original } }) => text(stateOf(original)),
      },
    ];
  }, [w, role, money, day, language]);
}
