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
  /** Numbers of the items that are in litigation. */
  numbers: readonly string[];
  kind: PlanKind;
  /** All of them become litigation in the same dialog. */
  isNew?: boolean;
}

/** Which items keep what is planned from being sent; a call or a task is not kept back. */
export function LitigationNote({ numbers, kind, isNew = false }: LitigationNoteProps) {
  const w = useWords(words);
  if (!stopsSending({ numbers, kind, isNew })) return null;
  return (
    <Alert variant="default" role="note">
      {isNew ? w.isNew : w[numbers.length === 1 ? 'one' : 'many'](numbers.join(', '))}
    </Alert>
  );
}

/** The server refuses it. */
export const stopsSending = ({ numbers, kind, isNew = false }: LitigationNoteProps): boolean =>
  isSent(kind) && (isNew || numbers.length > 0);
