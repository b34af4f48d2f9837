import { TaskDialog } from '../../task/task-dialog.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** A task about this invoice. */
export function TaskOfCaseDialog({ invoice, close }: CaseDialogProps) {
  return <TaskDialog about={{ invoiceId: invoice.id, name: invoice.number }} close={close} />;
}
