import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Schema } from '../../api/client.ts';
import type { Selection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { useLitigation } from '../../work-list/use-litigation.ts';
import { ExportButton } from './export-button.tsx';
import { litigationPageWords } from './litigation-page-words.ts';

function inLitigation({ id, number, dunning }: Schema<'Invoice'>) {
  const hold = dunning.holds.find(({ kind }) => kind === 'litigation');
  return hold ? [{ id, number, reason: hold.reason }] : [];
}

/** The ids are in the URL, whose length is limited. */
const MOST_EXPORTED = 200;

/** Actions on the selected cases: end litigation (Z undoes it), or export their files. */
export function LitigationBar({ rows, selection }: { rows: readonly Schema<'Invoice'>[]; selection: Selection }) {
  const w = useWords(litigationPageWords);
  const { count, amounts } = useFormats();
  const { close } = useLitigation();
  const ticked = rows.filter(({ id }) => selection.has(id));
  const counted = count(ticked.length, w.one, w.many);
  const total = amounts(sumsByCurrency(ticked, ({ balance_cents: cents }) => cents));
  const isTooMany = ticked.length > MOST_EXPORTED;
  return (
    <SelectionBar said={ticked.length > 0 ? w.selected(counted, total) : null} clear={selection.clear}>
      <Button
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        loading={close.isPending}
        onClick={() => close.mutate(ticked.flatMap(inLitigation), { onSuccess: selection.clear })}
      >
        {w.takeOut(counted)}
      </Button>
      <ExportButton
        label={w.exportAll(count(ticked.length, w.oneTicked, w.manyTicked))}
        filter={{ ids: ticked.map(({ id }) => id).join(',') }}
        isPrimary={false}
        isDisabled={isTooMany}
        why={isTooMany ? w.tooMany : undefined}
      />
    </SelectionBar>
  );
}
