import { Alert } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';
import { isSent, type PlanKind } from './plan.ts';

const words = defineWords(
  {
    one: (number: string) =>
      `${number} est au contentieux\u00a0: rien ne peut partir à son sujet. Décochez cette pièce, ou prévoyez un appel ou une tâche.`,
    many: (numbers: string) =>
      `${numbers} sont au contentieux\u00a0: rien ne peut partir à leur sujet. Décochez ces pièces, ou prévoyez un appel ou une tâche.`,
    isNew: 'Au contentieux, rien ne part plus au sujet de ces pièces\u00a0: prévoyez un appel ou une tâche.',
  },
  {
    one: (number: string) =>
      `${number} is in litigation: nothing may be sent about it. Untick this item, or plan a call or a task.`,
    many: (numbers: string) =>
      `${numbers} are in litigation: nothing may be sent about them. Untick these items, or plan a call or a task.`,
    isNew: 'In litigation nothing is sent about these items any more: plan a call or a task.',
  },
);

interface LitigationNoteProps {
  /** Numbers of the items in litigation. */
  numbers: readonly string[];
  kind: PlanKind;
  /** Set when the same dialog puts all items in litigation. */
  isNew?: boolean;
}

/** Says which items prevent sending. A call or a task is not affected. */
export function LitigationNote({ numbers, kind, isNew = false }: LitigationNoteProps) {
  const w = useWords(words);
  if (!stopsSending({ numbers, kind, isNew })) return null;
  return (
    <Alert variant="default" role="note">
      {isNew ? w.isNew : w[numbers.length === 1 ? 'one' : 'many'](numbers.join(', '))}
    </Alert>
  );
}

/** Whether the server would refuse the action. */
export const stopsSending = ({ numbers, kind, isNew = false }: LitigationNoteProps): boolean =>
  isSent(kind) && (isNew || numbers.length > 0);
