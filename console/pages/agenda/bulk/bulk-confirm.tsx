import { Alert, Text } from '@mantine/core';
import { isRegistered } from '../../../action/action-data.ts';
import { answerOf, api } from '../../../api/client.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx';
import { useBulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Confirmer ${count}`,
    leave: 'action part aussitôt, telle qu’elle est préparée. Un envoi ne s’annule pas.',
    leaveMany: 'actions partent aussitôt, telles qu’elles sont préparées. Un envoi ne s’annule pas.',
    registered: (count: string) =>
      `Dont ${count}, qui coûtent l’affranchissement et font courir les délais de la mise en demeure.`,
    registeredOne: 'lettre recommandée',
    registeredMany: 'lettres recommandées',
    done: 'action confirmée.',
    doneMany: 'actions confirmées.',
  },
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Confirm ${count}`,
    leave: 'action leaves at once, as it is prepared. A sending cannot be undone.',
    leaveMany: 'actions leave at once, as they are prepared. A sending cannot be undone.',
    registered: (count: string) => `Among them ${count}, which cost postage and start the formal notice’s terms.`,
    registeredOne: 'registered letter',
    registeredMany: 'registered letters',
    done: 'action confirmed.',
    doneMany: 'actions confirmed.',
  },
);

/** Sends many as they are prepared. */
export function BulkConfirm({ actions, ...dialog }: BulkProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const run = useBulk(actions, async (ids) => {
    const body = { ids };
    const { confirmed, refused } = await sendOnce(['confirm-many', body], (header) =>
      answerOf(api.POST('/v1/actions/confirm', { params: { header }, body })),
    );
    return { accepted: confirmed, refused };
  });
  const registered = run.chosen.filter(isRegistered).length;
  return (
    <BulkDialog
      {...dialog}
      run={run}
      title={w.title(count(run.total, w.one, w.many))}
      submit={w.title(count(run.total - run.answered, w.one, w.many))}
      done={count(run.accepted, w.done, w.doneMany)}
      isReady
    >
      <Text>{count(run.total, w.leave, w.leaveMany)}</Text>
      {registered > 0 && (
        <Alert variant="default" role="note">
          {w.registered(count(registered, w.registeredOne, w.registeredMany))}
        </Alert>
      )}
    </BulkDialog>
  );
}
