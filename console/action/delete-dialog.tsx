import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { useFormats } from '../words/formats.ts';
import { forgetEdits } from '../draft/kept-edits.ts';
import { defineWords, useWords } from '../words/words.ts';
import { isToPost } from './what-can-be-decided.ts';
import type { ActionDialogProps } from './action-dialog.ts';

const words = defineWords(
  {
    title: 'Supprimer cette action',
    submit: 'Supprimer l’action',
    done: (name: string) => `Supprimée\u00a0: ${name}`,
    one: 'pièce rattachée',
    many: 'pièces rattachées',
    change: (items: string) => `Rien n’est envoyé. Le scénario reprend pour ${items}, là où il en était.`,
    letter: (items: string) =>
      `Le courrier édité est retiré\u00a0: ne le postez plus. Le scénario reprend pour ${items}, là où il en était.`,
  },
  {
    title: 'Delete this action',
    submit: 'Delete the action',
    done: (name: string) => `Deleted: ${name}`,
    one: 'item attached',
    many: 'items attached',
    change: (items: string) => `Nothing is sent. The scenario goes on for ${items}, where it stood.`,
    letter: (items: string) =>
      `The letter that was made is taken back: do not post it. The scenario goes on for ${items}, where it stood.`,
  },
);

/** Deletes an action that was planned outside the scenario. */
export function DeleteDialog({ action, close, done }: ActionDialogProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const remove = useChange({
    run: () => answerOf(api.DELETE('/v1/specific-actions/{id}', { params: { path: { id: action.id } } })),
    done: () => w.done(action.text),
    // The action sends no message any more: forget its edits.
    onDone: () => forgetEdits(action.id),
    onDoneHere: done,
    showsError: true,
  });
  const items = count(action.invoices.length, w.one, w.many);
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => remove.mutate(undefined)}
      isPending={remove.isPending}
      error={remove.error}
      consequence={isToPost(action) ? w.letter(items) : w.change(items)}
    />
  );
}
