import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { useIsHere } from '../../states/is-here.ts';
import { OnDemand } from '../../states/on-demand.tsx';
import type { Hold, Invoice } from '../case-data.ts';

/** The props of every dialog of a case. A change of the invoice must send `etag` as `If-Match`. */
export interface CaseDialogProps {
  invoice: Invoice;
  etag: string;
  /** The hold to end, for a dialog that ends one. */
  hold?: Hold | undefined;
  close: () => void;
}

type Loaded = LazyExoticComponent<ComponentType<CaseDialogProps>>;

function dialog<Name extends string>(load: () => Promise<Record<Name, ComponentType<CaseDialogProps>>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  reminder: dialog(() => import('./reminder/reminder-dialog.tsx'), 'ReminderDialog'),
  promise: dialog(() => import('./promise-dialog.tsx'), 'PromiseDialog'),
  dispute: dialog(() => import('./dispute-dialog.tsx'), 'DisputeDialog'),
  litigation: dialog(() => import('./litigation-dialog.tsx'), 'LitigationDialog'),
  pause: dialog(() => import('./pause-dialog.tsx'), 'PauseDialog'),
  call: dialog(() => import('./call-dialog.tsx'), 'CallDialog'),
  note: dialog(() => import('./note-dialog.tsx'), 'NoteDialog'),
  level: dialog(() => import('./level-dialog.tsx'), 'LevelDialog'),
  task: dialog(() => import('./task-dialog.tsx'), 'TaskOfCaseDialog'),
  payment: dialog(() => import('./payment-dialog.tsx'), 'PaymentDialog'),
  credit: dialog(() => import('./credit-dialog.tsx'), 'CreditDialog'),
  spendCredit: dialog(() => import('./spend-credit-dialog.tsx'), 'SpendCreditDialog'),
  takeCreditOff: dialog(() => import('./take-credit-off-dialog.tsx'), 'TakeCreditOffDialog'),
  refundCredit: dialog(() => import('./refund-credit-dialog.tsx'), 'RefundCreditDialog'),
  cancelRefund: dialog(() => import('./cancel-refund-of-credit-dialog.tsx'), 'CancelRefundOfCreditDialog'),
  changeCredit: dialog(() => import('./change-credit-dialog.tsx'), 'ChangeCreditDialog'),
  change: dialog(() => import('./change-dialog.tsx'), 'ChangeDialog'),
  scenario: dialog(() => import('./scenario-dialog.tsx'), 'ScenarioDialog'),
  cancel: dialog(() => import('./end-dialogs.tsx'), 'CancelDialog'),
  writeOff: dialog(() => import('./end-dialogs.tsx'), 'WriteOffDialog'),
  resolveDispute: dialog(() => import('./resolve-dispute-dialog.tsx'), 'ResolveDisputeDialog'),
  endLitigation: dialog(() => import('./end-litigation-dialog.tsx'), 'EndLitigationDialog'),
  withdrawPromise: dialog(() => import('./withdraw-promise-dialog.tsx'), 'WithdrawPromiseDialog'),
  liftPause: dialog(() => import('./lift-pause-dialog.tsx'), 'LiftPauseDialog'),
} satisfies Record<string, Loaded>;

export type CaseDialogName = keyof typeof DIALOGS;

/** The dialog that is open over the case. */
export interface CaseDialog {
  name: CaseDialogName;
  hold?: Hold;
}

const RELEASES: Partial<Record<Hold['kind'], CaseDialogName>> = {
  litigation: 'endLitigation',
  dispute: 'resolveDispute',
  promise: 'withdrawPromise',
  pause: 'liftPause',
};

/** The dialog that ends this hold. Null when it is ended elsewhere. */
export function releaseOf(hold: Hold): CaseDialog | null {
  const name = RELEASES[hold.kind];
  return name ? { name, hold } : null;
}

/** The open dialog of a case. */
export function CaseDialogs({ dialog: { name, hold }, ...props }: CaseDialogProps & { dialog: CaseDialog }) {
  const Dialog: Loaded = DIALOGS[name];
  const isHere = useIsHere();
  // The answer for a dialog that was left while it was sending must not close the next dialog.
  const close = () => isHere() && props.close();
  return (
    <OnDemand>
      <Dialog {...props} hold={hold} close={close} />
    </OnDemand>
  );
}
