import { Button } from '@mantine/core';
import { IconBellRinging, IconGavel } from '@tabler/icons-react';
import { useSession } from '../../frame/session.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import type { SheetColumn } from '../../table/sheet.ts';
import { otherCurrencies } from '../../table/other-currencies.ts';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { askForLitigation } from '../../work-list/litigation-dialog.tsx';
import { AssignButton } from './assign-button.tsx';
import { modeOf, type RunOf } from './run/run-of.ts';
import { SelectionCsvButton } from './selection-csv-button.tsx';
import type { WorkList } from './use-work-list.ts';

const words = defineWords(
  {
    one: 'dossier',
    many: 'dossiers',
    selected: (counted: string, amount: string) => `${counted} · ${amount}`,
    whole: (counted: string) => `Sélectionner les ${counted} de la liste`,
    remind: 'Relancer…',
    litigation: 'Contentieux…',
    tooMany: 'Au plus 200 dossiers à la fois\u00a0: cochez-les dans la liste.',
    allIn: 'Tous sont déjà au contentieux.',
  },
  {
    one: 'case',
    many: 'cases',
    selected: (counted: string, amount: string) => `${counted} · ${amount}`,
    whole: (counted: string) => `Select all ${counted} of the list`,
    remind: 'Remind…',
    litigation: 'Litigation…',
    tooMany: 'At most 200 cases at a time: tick them in the list.',
    allIn: 'All are in litigation already.',
  },
);

/** Limit for changes that are made case by case, each under its own lock. */
const MOST_ONE_BY_ONE = 200;

interface CaseSelectionBarProps {
  list: WorkList;
  /** The columns shown, for the exported file. */
  columns: readonly SheetColumn[];
  run: (of: RunOf) => void;
}

/** The bar at the bottom: how many cases are selected, what they owe, and what can be done with them. */
export function CaseSelectionBar({ list, columns, run }: CaseSelectionBarProps) {
  const w = useWords(words);
  const { apart } = useWords(otherCurrencies);
  const { count, amounts } = useFormats();
  const { currency, isSupervisor } = useSession();
  const { selection, pages, whole, counter, filter } = list;
  const ticked = selection.isWhole ? [] : (pages.rows ?? []).filter(({ id }) => selection.ids.has(id));
  // For the whole list, the counter gives what is owed in one currency.
  const figures = selection.isWhole
    ? {
        count: whole?.count ?? 0,
        sums: [{ cents: whole?.balance_cents ?? 0, currency: filter.currency ?? currency ?? 'EUR' }],
        ...(whole?.other_currencies === undefined ? {} : { apart }),
      }
    : { count: ticked.length, sums: sumsByCurrency(ticked, ({ balance_cents: cents }) => cents) };
  const owed = [amounts(figures.sums), ...('apart' in figures ? [figures.apart] : [])].join(' ');
  const isMore = !selection.isWhole && selection.hasAll(pages.rows ?? []) && (whole?.count ?? 0) > figures.count;
  const level = 'level' in counter ? counter.level : firstLevel(ticked);
  const remind = () =>
    run({
      level,
      mode: modeOf(level, selection.isWhole ? (pages.rows ?? []) : ticked),
      count: figures.count,
      ...(selection.isWhole ? { filter } : { invoiceIds: ticked.map(({ id }) => id) }),
    });
  // Cases already in litigation stay as they are, with their reason: the undo must not end their litigation.
  const free = ticked.filter(({ dunning }) => !dunning.holds.some(({ kind }) => kind === 'litigation'));
  const isTooMany = selection.isWhole || ticked.length > MOST_ONE_BY_ONE;
  return (
    <SelectionBar
      said={figures.count > 0 ? w.selected(count(figures.count, w.one, w.many), owed) : null}
      clear={selection.clear}
    >
      {isMore && (
        <Button variant="subtle" onClick={selection.chooseWhole}>
          {w.whole(count(whole?.count ?? 0, w.one, w.many))}
        </Button>
      )}
      <Button leftSection={<IconBellRinging size={15} aria-hidden />} onClick={remind}>
        {w.remind}
      </Button>
      <Button
        variant="default"
        leftSection={<IconGavel size={15} aria-hidden />}
        disabled={isTooMany || free.length === 0}
        title={isTooMany ? w.tooMany : free.length === 0 ? w.allIn : undefined}
        onClick={() => askForLitigation(free, selection.clear)}
      >
        {w.litigation}
      </Button>
      {isSupervisor && <AssignButton of={ticked} isDisabled={isTooMany} why={w.tooMany} onDone={selection.clear} />}
      <SelectionCsvButton list={list} columns={columns} ids={selection.isWhole ? null : ticked.map(({ id }) => id)} />
    </SelectionBar>
  );
}

/** The most likely level: that of the first case with a due level, else the first level. */
function firstLevel(rows: readonly { dunning: { levels: { level: number; state: string }[] } }[]): number {
  for (const { dunning } of rows) {
    const due = dunning.levels.find(({ state }) => state === 'due');
    if (due) return due.level;
  }
  return 1;
}
