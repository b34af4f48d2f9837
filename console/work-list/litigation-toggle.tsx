import { UnstyledButton } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import type { Schema } from '../api/client.ts';
import { useWords } from '../words/words.ts';
import { askForLitigation } from './litigation-dialog.tsx';
import { litigationWords } from './litigation-words.ts';
import { useLitigation } from './use-litigation.ts';
import classes from './work-list.module.css';

/** In the row: puts it in litigation (with a reason), or takes it out at once. Both can be undone. */
export function LitigationToggle({ invoice }: { invoice: Schema<'Invoice'> }) {
  const w = useWords(litigationWords);
  const { close } = useLitigation();
  const hold = invoice.dunning.holds.find(({ kind }) => kind === 'litigation');
  const { id, number } = invoice;
  const said = hold ? w.takeOut(number) : w.put(number);
  return (
    <UnstyledButton
      className={classes.toggle}
      aria-pressed={hold !== undefined}
      aria-label={said}
      title={hold ? `${said} (${hold.reason})` : said}
      disabled={close.isPending}
      onClick={() => (hold ? close.mutate([{ id, number, reason: hold.reason }]) : askForLitigation([{ id, number }]))}
    >
      <IconGavel size={16} stroke={hold ? 2.2 : 1.6} aria-hidden />
    </UnstyledButton>
  );
}
