import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Schema } from '../api/client.ts';
import { useUserName } from '../choose/user-select.tsx';
import { LevelState } from '../level/level-state.tsx';
import { withSheet } from '../table/sheet.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { caseSheets } from './case-sheets.ts';
import { Code, CustomerCell, DueCell, NextCell, Plain, ShortDay } from './case-cells.tsx';
import { columnWords } from './column-words.ts';
import { LitigationToggle } from './litigation-toggle.tsx';
import { useLitigation } from './use-litigation.ts';
import classes from './work-list.module.css';

type Invoice = Schema<'Invoice'>;

const LEVELS = [1, 2, 3] as const;

/** Every column of the work list, in order. */
export function useCaseColumns(): ColumnDef<Invoice>[] {
  const w = useWords(columnWords);
  const { money, language } = useFormats();
  const userName = useUserName();
  // Once for the list: in each row it would be four mutations.
  const { mutateAsync: takeOut } = useLitigation().close;
  return useMemo(() => {
    const column = (
      id: string,
      header: string,
      meta: ColumnDef<Invoice>['meta'],
      show: (of: Invoice) => React.ReactNode,
    ) => ({
      id,
      header,
      ...(meta ? { meta } : {}),
      cell: ({ row }: { row: { original: Invoice } }) => show(row.original),
    });
    const columns: ColumnDef<Invoice>[] = [
      column('customer', w.customer, { width: 'minmax(98px, 2fr)' }, (of) => <CustomerCell invoice={of} />),
      column('number', w.number, { width: 'minmax(94px, 0.4fr)', sort: 'number' }, (of) => (
        <span className={classes.number}>{of.number}</span>
      )),
      column('issued_on', w.issued, { width: 'minmax(53px, 0.2fr)', sort: 'issued_on' }, (of) => (
        <ShortDay on={of.issued_on} />
      )),
      column('due_on', w.due, { width: 'minmax(122px, 0.2fr)', sort: 'due_on' }, (of) => <DueCell invoice={of} />),
      column('total', w.total, { width: 'minmax(88px, 0.2fr)', align: 'right', sort: 'total_cents' }, (of) =>
        money(of.total_cents, of.currency),
      ),
      column('balance', w.balance, { width: 'minmax(90px, 0.2fr)', align: 'right', sort: 'balance_cents' }, (of) => (
        <strong>{money(of.balance_cents, of.currency)}</strong>
      )),
      column('report', w.report, { width: 'minmax(74px, 0.2fr)' }, (of) => <Code text={of.case_file.report_status} />),
      column('invoice_status', w.invoiceStatus, { width: 'minmax(70px, 0.2fr)' }, (of) => (
        <Code text={of.case_file.invoice_status} />
      )),
      ...LEVELS.map((level) =>
        column(`r${level}`, `R${level}`, { width: '22px', align: 'center' }, (of) => (
          <LevelCell of={of} level={level} />
        )),
      ),
      column('referrer', w.referrer, { width: 'minmax(51px, 0.2fr)' }, (of) => (
        <ShortDay on={of.last_statement_to_referrer_on} />
      )),
      column('notary', w.notary, { width: 'minmax(51px, 0.2fr)' }, (of) => (
        <ShortDay on={of.last_statement_to_notary_on} />
      )),
      column('call', w.call, { width: 'minmax(51px, 0.2fr)' }, (of) => <ShortDay on={of.last_call_on} />),
      column('litigation', w.litigation, { width: '32px', align: 'center' }, (of) => (
        <LitigationToggle invoice={of} takeOut={takeOut} />
      )),
      column('next', w.next, { width: 'minmax(166px, 0.4fr)' }, (of) => <NextCell invoice={of} />),
      column('case_file', w.caseFile, { width: 'minmax(96px, 0.6fr)' }, (of) => (
        <Plain text={of.case_file.reference} />
      )),
      column('collector', w.collector, { width: 'minmax(96px, 0.6fr)' }, (of) => (
        <UserName id={of.customer.collector_id} />
      )),
      column('scenario', w.scenario, { width: 'minmax(96px, 0.6fr)' }, (of) => (
        <Plain text={of.scenario?.name ?? null} />
      )),
      column('mission', w.mission, { width: 'minmax(96px, 0.6fr)' }, (of) => <Plain text={of.case_file.mission} />),
    ];
    const sheets = caseSheets(w.yes, language, userName);
    return columns.map((one) => withSheet(one, sheets));
  }, [w, money, language, takeOut, userName]);
}

function LevelCell({ of, level }: { of: Invoice; level: number }) {
  const view = of.dunning.levels.find((one) => one.level === level);
  return view ? <LevelState {...view} heldBy={of.dunning.holds.map(({ kind }) => kind)} /> : null;
}

function UserName({ id }: { id: string | null }) {
  return <Plain text={useUserName()(id) ?? null} />;
}
