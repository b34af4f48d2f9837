import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schema } from '../api/client.ts';
import { useWords } from '../words/words.ts';
import { askForLitigation } from './litigation-dialog.tsx';
import { litigationWords } from './litigation-words.ts';
import type { InLitigation } from './use-litigation.ts';
import classes from './work-list.module.css';

interface LitigationToggleProps {
  invoice: Schema<'Invoice'>;
  /** Says itself what came of it. */
  takeOut: (of: readonly InLitigation[]) => Promise<unknown>;
}

/** In the row: puts it in litigation (with a reason), or takes it out at once. Both can be undone. */
export function LitigationToggle({ invoice, takeOut }: LitigationToggleProps) {
  const w = useWords(litigationWords);
  const [isLeaving, setLeaving] = useState(false);
  const hold = invoice.dunning.holds.find(({ kind }) => kind === 'litigation');
  const { id, number } = invoice;
  const said = hold ? w.takeOut(number) : w.put(number);
  const leave = async (inIt: InLitigation) => {
    setLeaving(true);
    await takeOut([inIt]).catch(() => undefined);
    setLeaving(false);
  };
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-pressed={hold !== undefined}
      aria-label={said}
      title={hold ? `${said} (${hold.reason})` : said}
      disabled={isLeaving}
      onClick={() => (hold ? void leave({ id, number, reason: hold.reason }) : askForLitigation([{ id, number }]))}
    >
      <IconGavel size={16} stroke={hold ? 2.2 : 1.6} aria-hidden />
    </button>
  );
}
