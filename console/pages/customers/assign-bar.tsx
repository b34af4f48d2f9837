import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { assignWords } from '../../assign/assign-words.ts';
import { NOBODY } from '../../assign/former-collectors.ts';
import { useAssign } from '../../assign/use-assign.ts';
import { UserSelect } from '../../choose/user-select.tsx';
import { SelectWhole } from '../../table/select-whole.tsx';
import type { Selection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import type { Pages } from '../../table/use-pages.ts';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    one: 'client',
    many: 'clients',
    selected: (counted: string, amount: string) => `${counted} · ${amount} en retard`,
  },
  {
    one: 'customer',
    many: 'customers',
    selected: (counted: string, amount: string) => `${counted} · ${amount} overdue`,
  },
);

/** Assigns the selected customers to a collector, or to none. */
export function AssignBar({ selection, pages }: { selection: Selection; pages: Pages<Schema<'Customer'>> }) {
  const w = useWords(words);
  const a = useWords(assignWords);
  const { count, amounts } = useFormats();
  const [chosen, setChosen] = useState<string | null>(null);
  // Only those shown: a customer that another filter hides must not be assigned unseen.
  const ticked = (pages.rows ?? []).filter(({ id }) => selection.has(id));
  const said = count(ticked.length, w.one, w.many);
  const overdue = amounts(sumsByCurrency(ticked, ({ overdue_cents: cents }) => cents));
  const { assign, label } = useAssign(
    ticked.map(({ id, collector_id: collectorId }) => ({ id, collectorId })),
    selection.clear,
  );
  return (
    <SelectionBar said={ticked.length > 0 ? w.selected(said, overdue) : null} clear={selection.clear}>
      <SelectWhole selection={selection} pages={pages} counted={(total) => count(total, w.one, w.many)} />
      <UserSelect
        aria-label={a.collector}
        placeholder={a.collector}
        first={{ value: NOBODY, label: a.nobody }}
        size="xs"
        w={220}
        value={chosen}
        onChange={setChosen}
      />
      <Button disabled={!chosen} loading={assign.isPending} onClick={() => chosen && assign.mutate(chosen)}>
        {label(chosen)}
      </Button>
    </SelectionBar>
  );
}
