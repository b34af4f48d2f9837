import type { Schema } from '../../api/client.ts';
import { QualifyDialog } from '../../qualification/qualify-dialog.tsx';
import { type ChosenItems, SpecificActionDialog } from '../../specific-action/specific-action-dialog.tsx';
import type { AccountData } from './account.ts';
import { asTheyAre, chosenOf, goneOf, itemsOf, offeredOf, withTicked } from './chosen-items.ts';

/** The open dialog, and the items it is about, as they were when it was opened. */
export interface AskedAbout {
  name: 'qualify' | 'action';
  items: ChosenItems;
  /** Ids of the items that an action can be about. Those in `items` are ticked. */
  offered: readonly string[];
  before: AccountData;
}

interface AccountDialogProps {
  customer: Schema<'Customer'>;
  /** The account as it is now. */
  account: AccountData | undefined;
  asked: AskedAbout;
  change: (asked: AskedAbout) => void;
  close: () => void;
  onDone: () => void;
}

/** The dialog about items of the account. When some are paid meanwhile, the dialog says so and keeps what was typed. */
export function AccountDialog({ account, asked, change, ...props }: AccountDialogProps) {
  const { name, items, offered, before } = asked;
  const numbers = goneOf(items.ids, before, account);
  const left = itemsOf(chosenOf(account, (id) => items.ids.includes(id)));
  const goOn = left && account ? () => change({ ...asked, items: left, before: account }) : null;
  const settled = numbers.length > 0 ? { numbers, goOn } : null;
  const about = { items: settled ? items : asTheyAre(items, left), settled };
  if (name === 'qualify') return <QualifyDialog {...props} {...about} />;
  const tick = (id: string) => change({ ...asked, items: withTicked(account, about.items, id) });
  const boxes = { all: offeredOf(account, offered), tick: settled ? null : tick };
  return <SpecificActionDialog {...props} {...about} offered={boxes} />;
}
