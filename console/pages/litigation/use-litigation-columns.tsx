import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Schema } from '../../api/client.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { Plain } from '../../work-list/case-cells.tsx';
import { litigationIn } from '../../work-list/litigation-in.ts';
import { useCaseColumns } from '../../work-list/use-case-columns.tsx';
import { ExportOneButton } from './export-button.tsx';
import { litigationPageWords } from './litigation-page-words.ts';

type Invoice = Schema<'Invoice'>;

const litigationOf = ({ dunning }: Invoice) => dunning.holds.find(({ kind }) => kind === 'litigation');

/**
 * The columns of the work list, with the reason and date of litigation instead of the next step, and the export of the
 * case.
 */
export function useLitigationColumns(): ColumnDef<Invoice>[] {
  const w = useWords(litigationPageWords);
  const { day } = useFormats();
  const columns = useCaseColumns();
  return useMemo(() => {
    const own: ColumnDef<Invoice>[] = [
      {
        id: 'since',
        header: w.since,
        meta: { width: '90px', sheet: { day: (cells) => litigationIn(cells)?.['since_at'] } },
        cell: ({ row }) => {
          const hold = litigationOf(row.original);
          return hold ? day(hold.since_at) : null;
        },
      },
      {
        id: 'reason',
        header: w.reason,
        meta: { width: 'minmax(110px, 1.4fr)', sheet: { text: (cells) => litigationIn(cells)?.['reason'] } },
        cell: ({ row }) => <Plain text={litigationOf(row.original)?.reason ?? null} />,
      },
      {
        id: 'file',
        header: w.file,
        meta: { width: '44px', align: 'center' },
        cell: ({ row }) => <ExportOneButton of={row.original} />,
      },
    ];
    return columns.flatMap((column) => (column.id === 'next' ? own : [column]));
  }, [columns, w, day]);
}
