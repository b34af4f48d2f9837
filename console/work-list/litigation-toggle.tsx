import { useState } from 'react';
import type { Schema } from '../api/client.ts';
import { LineIcon } from '../table/line-icon.tsx';
import { useWords } from '../words/words.ts';
import { askForLitigation } from './litigation-dialog.tsx';
import { litigationWords } from './litigation-words.ts';
import type { InLitigation } from './use-litigation.ts';
import classes from './work-list.module.css';

interface LitigationToggleProps {
  invoice: Schema<'Invoice'>;
  /** Ends litigation and reports the result itself. */
  takeOut: (of: readonly InLitigation[]) => Promise<unknown>;
}

/** In a row: puts the case in litigation (with a reason), or ends it at once. Both can be undone. */
export function LitigationToggle({ invoice, takeOut }: LitigationToggleProps) {
  const w = useWords(litigationWords);
  // The id of the case, because the row may come to show another case.
  const [leaving, setLeaving] = useState<string | null>(null);
  const hold = invoice.dunning.holds.find(({ kind }) => kind === 'litigation');
  const { id, number } = invoice;
  const said = hold ? w.takeOut(number) : w.put(number);
  const leave = async (inIt: InLitigation) => {
    setLeaving(id);
    await takeOut([inIt]).catch(() => undefined);
    setLeaving(null);
  };
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-pressed={hold !== undefined}
      aria-label={said}
      title={hold ? `${said} (${hold.reason})` : said}
      disabled={leaving === id}
      onClick={() => (hold ? void leave({ id, number, reason: hold.reason }) : askForLitigation([{ id, number }]))}
    >
      <LineIcon name="gavel" isThin={!hold} />
    </button>
  );
}
