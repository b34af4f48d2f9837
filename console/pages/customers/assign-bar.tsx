import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { UserSelect, useUserName } from '../../choose/user-select.tsx';
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
    collector: 'Chargé de recouvrement',
    assign: (counted: string) => `Affecter ${counted}`,
    release: (counted: string) => `Laisser ${counted} sans chargé de recouvrement`,
    assigned: (counted: string, name: string) => `${counted}\u00a0: suivi confié à ${name}.`,
    released: (counted: string) => `${counted}\u00a0: plus de chargé attitré.`,
  },
  {
    one: 'customer',
    many: 'customers',
    selected: (counted: string, amount: string) => `${counted} · ${amount} overdue`,
    collector: 'Collector',
    assign: (counted: string) => `Assign ${counted}`,
    release: (counted: string) => `Unassign ${counted}`,
    assigned: (counted: string, name: string) => `${counted}: given to ${name}.`,
    released: (counted: string) => `${counted}: no collector of their own any more.`,
  },
);

const MOST_AT_ONCE = 500;

/** What can be done with the customers that are ticked: give them to a collector, or to nobody. */
export function AssignBar({ selection, pages }: { selection: Selection; pages: Pages<Schema<'Customer'>> }) {
  const w = useWords(words);
  const { count, amounts } = useFormats();
  const [collectorId, setCollectorId] = useState<string | null>(null);
  const userName = useUserName();
  // Those that are shown: one that another filter has left out is not given away unseen.
  const ticked = (pages.rows ?? []).filter(({ id }) => selection.has(id));
  const ids = ticked.map(({ id }) => id);
  const said = count(ids.length, w.one, w.many);
  const overdue = amounts(sumsByCurrency(ticked, ({ overdue_cents: cents }) => cents));
  const assign = useChange({
    run: async () => {
      for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
        const body = { customer_ids: ids.slice(from, from + MOST_AT_ONCE), collector_id: collectorId };
        await answerOf(api.POST('/v1/customers/assign', { body }));
      }
    },
    done: () => (collectorId ? w.assigned(said, userName(collectorId) ?? '') : w.released(said)),
    onDoneHere: selection.clear,
  });
  return (
    <SelectionBar said={ids.length > 0 ? w.selected(said, overdue) : null} clear={selection.clear}>
      <SelectWhole selection={selection} pages={pages} counted={(total) => count(total, w.one, w.many)} />
      <UserSelect
        aria-label={w.collector}
        placeholder={w.collector}
        size="xs"
        w={220}
        value={collectorId}
        onChange={setCollectorId}
      />
      <Button loading={assign.isPending} onClick={() => assign.mutate(undefined)}>
        {collectorId ? w.assign(said) : w.release(said)}
      </Button>
    </SelectionBar>
  );
}
