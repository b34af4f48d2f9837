import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { memo, useCallback, useMemo } from 'react';
import { setAddress, useAddress } from '../frame/use-address.ts';
import { useWords } from '../words/words.ts';
import { columnWords } from './column-words.ts';

interface ColumnDefaults {
  /** The storage key of the choice in this browser. Each list has its own. */
  keptUnder: string;
  /** Ids of columns that are hidden by default. */
  notAtFirst: ReadonlySet<string>;
}

const WORK_LIST: ColumnDefaults = {
  keptUnder: 'relance-columns',
  notAtFirst: new Set(['case_file', 'collector', 'scenario', 'mission']),
};

/** The query parameter: ids of columns separated by commas. */
const NAME = 'colonnes';

interface Choosable {
  id?: string;
  header?: unknown;
}

/** Which columns are shown: those in the address, else the user's last choice, else the default ones. */
export function useColumnChoice<Item>(all: ColumnDef<Item>[], { keptUnder, notAtFirst }: ColumnDefaults = WORK_LIST) {
  const { get } = useAddress();
  const [kept, keep] = useLocalStorage<string | null>({ key: keptUnder, defaultValue: null });
  const said = get(NAME) ?? kept;
  const shown = useMemo(() => {
    const ids = said?.split(',');
    const chosen = all.filter(({ id = '' }) => (ids ? ids.includes(id) : !notAtFirst.has(id)));
    // When the address names none of these columns, show the default ones.
    return chosen.length > 0 ? chosen : all.filter(({ id = '' }) => !notAtFirst.has(id));
  }, [all, said, notAtFirst]);
  const choose = useCallback(
    (ids: string[] | null) => {
      keep(ids ? ids.join(',') : null);
      setAddress({ [NAME]: ids ? ids.join(',') : null });
    },
    [keep],
  );
  return { shown, choose };
}

interface ColumnChoiceProps {
  all: readonly Choosable[];
  shown: readonly Choosable[];
  choose: (ids: string[] | null) => void;
}

/** Checkboxes for the columns. The customer is always shown. */
export const ColumnChoice = memo(({ all, shown, choose }: ColumnChoiceProps) => {
  const w = useWords(columnWords);
  const ids = new Set(shown.map(({ id }) => id));
  const toggle = (id: string | undefined) =>
    choose(all.flatMap((one) => (one.id && (one.id === id ? !ids.has(id) : ids.has(one.id)) ? [one.id] : [])));
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          {w.choose}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={w.chosen}>
        <Stack gap={6}>
          {all.slice(1).map(({ id, header }) => (
            <Checkbox key={id} size="xs" label={String(header)} checked={ids.has(id)} onChange={() => toggle(id)} />
          ))}
          <Button variant="subtle" onClick={() => choose(null)}>
            {w.all}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
});
