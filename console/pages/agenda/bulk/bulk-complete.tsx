import { Alert, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { hasOwnWords } from '../../../action/own-words.ts';
import { isToPost } from '../../../action/what-can-be-decided.ts';
import { answerOf, api } from '../../../api/client.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { forgetDecided, useKeptEdits } from '../../../draft/kept-edits.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx';
import { useBulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Terminer ${count}`,
    comment: 'Commentaire (facultatif)',
    change:
      'Rien n’est envoyé d’ici\u00a0: chaque étape compte comme faite aujourd’hui, et le scénario passe à la suivante\u00a0; le reste quitte l’agenda et demeure à l’historique.',
    changeOne:
      'Rien n’est envoyé d’ici\u00a0: une étape compte comme faite aujourd’hui, et le scénario passe à la suivante\u00a0; toute autre action quitte l’agenda et demeure à l’historique.',
    posted: 'courrier préparé compte comme posté aujourd’hui.',
    postedMany: 'courriers préparés comptent comme postés aujourd’hui.',
    corrected: 'Vous avez corrigé le texte de ces courriers\u00a0: terminez-les un par un, ou décochez-les',
    done: 'action terminée.',
    doneMany: 'actions terminées.',
  },
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Finish ${count}`,
    comment: 'Comment (optional)',
    change:
      'Nothing is sent from here: steps count as done today, and the scenario goes on to the next; the rest leaves the agenda and stays in the history.',
    changeOne:
      'Nothing is sent from here: a step counts as done today, and the scenario goes on to the next; any other action leaves the agenda and stays in the history.',
    posted: 'letter that is ready counts as posted today.',
    postedMany: 'letters that are ready count as posted today.',
    corrected: 'You corrected the text of these letters: finish them one by one, or untick them',
    done: 'action finished.',
    doneMany: 'actions finished.',
  },
);

/** Records that a person did all of these actions. */
export function BulkComplete({ actions, ...dialog }: BulkProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const [comment, setComment] = useState('');
  const said = (accepted: number) => count(accepted, w.done, w.doneMany);
  const decide = async (ids: string[]) => {
    const body = { ids, ...(comment.trim() ? { comment: comment.trim() } : {}) };
    const { completed, refused } = await sendOnce(['complete-many', body], (header) =>
      answerOf(api.POST('/v1/actions/complete', { params: { header }, body })),
    );
    forgetDecided(ids, refused);
    return { accepted: completed, refused };
  };
  const run = useBulk(actions, decide, said);
  const toPost = run.chosen.filter(isToPost).length;
  const kept = useKeptEdits();
  const corrected = run.chosen.filter((action) => hasOwnWords(action, kept[action.id]));
  return (
    <BulkDialog
      {...dialog}
      run={run}
      title={w.title(count(run.total, w.one, w.many))}
      submit={w.title(count(run.total - run.answered, w.one, w.many))}
      isIncomplete={corrected.length > 0}
    >
      <Textarea
        label={w.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={4000}
        data-autofocus
      />
      <Text>{run.total === 1 ? w.changeOne : w.change}</Text>
      {toPost > 0 && <Text>{count(toPost, w.posted, w.postedMany)}</Text>}
      {corrected.length > 0 && (
        <Alert color="red" variant="light" title={w.corrected} role="alert">
          {corrected.map(({ id, text }) => (
            <div key={id}>{text}</div>
          ))}
        </Alert>
      )}
    </BulkDialog>
  );
}
