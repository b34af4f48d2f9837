import { Text } from '@mantine/core';
import { useState } from 'react';
import { isToPost } from '../../../action/what-can-be-decided.ts';
import { answerOf, api } from '../../../api/client.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { forgetDecided } from '../../../draft/kept-edits.ts';
import { ReasonInput } from '../../../fields/reason-input.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx';
import { useBulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Passer ${count}`,
    submit: (count: string) => `Passer ${count} sans envoyer`,
    reason: 'Motif, le même pour toutes',
    reasonOne: 'Motif',
    steps:
      'Rien n’est envoyé. Pour chaque relance passée, l’étape suivante du scénario compte à partir d’aujourd’hui\u00a0; le niveau atteint ne change pas.',
    stepsOne:
      'Rien n’est envoyé. L’étape suivante du scénario compte à partir d’aujourd’hui\u00a0; le niveau atteint ne change pas.',
    others: 'Ce qui n’est pas une étape d’un scénario quitte l’agenda\u00a0; rien n’est fait.',
    letters: 'courrier édité est retiré\u00a0: ne le postez plus.',
    lettersMany: 'courriers édités sont retirés\u00a0: ne les postez plus.',
    done: 'action passée.',
    doneMany: 'actions passées.',
  },
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Skip ${count}`,
    submit: (count: string) => `Skip ${count} without sending`,
    reason: 'Reason, the same for all',
    reasonOne: 'Reason',
    steps:
      'Nothing is sent. For each reminder skipped, the next step of the scenario counts from today; the level reached does not change.',
    stepsOne: 'Nothing is sent. The next step of the scenario counts from today; the level reached does not change.',
    others: 'What is no step of a scenario leaves the agenda; nothing is done.',
    letters: 'letter that was made is taken back: do not post it.',
    lettersMany: 'letters that were made are taken back: do not post them.',
    done: 'action skipped.',
    doneMany: 'actions skipped.',
  },
);

/** Skips many actions, for one reason. */
export function BulkSkip({ actions, ...dialog }: BulkProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const [reason, setReason] = useState('');
  const said = (accepted: number) => count(accepted, w.done, w.doneMany);
  const decide = async (ids: string[]) => {
    const body = { ids, reason: reason.trim() };
    const { skipped, refused } = await sendOnce(['skip-many', body], (header) =>
      answerOf(api.POST('/v1/actions/skip', { params: { header }, body })),
    );
    forgetDecided(ids, refused);
    return { accepted: skipped, refused };
  };
  const run = useBulk(actions, decide, said);
  const letters = run.chosen.filter(isToPost).length;
  const isOne = run.total === 1;
  const areSteps = run.chosen.map(({ origin }) => origin === 'step');
  return (
    <BulkDialog
      {...dialog}
      run={run}
      title={w.title(count(run.total, w.one, w.many))}
      submit={w.submit(count(run.total - run.answered, w.one, w.many))}
      isIncomplete={reason.trim() === ''}
    >
      <ReasonInput label={isOne ? w.reasonOne : w.reason} value={reason} onChange={setReason} isFirst />
      {letters > 0 && <Text>{count(letters, w.letters, w.lettersMany)}</Text>}
      {areSteps.includes(true) && <Text>{isOne ? w.stepsOne : w.steps}</Text>}
      {areSteps.includes(false) && <Text>{w.others}</Text>}
    </BulkDialog>
  );
}
