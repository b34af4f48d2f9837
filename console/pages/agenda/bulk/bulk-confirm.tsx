import { Alert, Text } from '@mantine/core';
import { isRegistered } from '../../../action/action-data.ts';
import { isUnfinished } from '../../../draft/draft-edits.ts';
import { useKeptEdits } from '../../../draft/kept-edits.ts';
import { isPrintedHere } from '../../../providers/is-printed-here.ts';
import { useProviders } from '../../../providers/use-providers.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { PrintLetters } from '../print-letters.tsx';
import { BulkDialog, type BulkProps } from './bulk-dialog.tsx';
import { confirmMany } from './confirm-many.ts';
import { useBulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    title: (count: string) => `Confirmer ${count}`,
    leave: 'action part aussitôt, telle qu’elle est préparée. Un envoi ne s’annule pas.',
    leaveMany: 'actions partent aussitôt, telles qu’elles sont préparées. Un envoi ne s’annule pas.',
    printed: 'courrier est édité aussitôt\u00a0: à imprimer et à poster.',
    printedMany: 'courriers sont édités aussitôt\u00a0: à imprimer et à poster.',
    unfinished: 'Ce que vous y avez modifié n’est pas prêt à partir\u00a0: terminez-le d’abord, ou décochez-les',
    changed: (count: string) => `Dont ${count} avec ce que vous y avez modifié.`,
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
    leave: 'action is sent at once, as it is prepared. A sending cannot be undone.',
    leaveMany: 'actions are sent at once, as they are prepared. A sending cannot be undone.',
    printed: 'letter is made at once: to be printed and posted.',
    printedMany: 'letters are made at once: to be printed and posted.',
    unfinished: 'What you changed in these is not ready to be sent: finish it first, or untick them',
    changed: (count: string) => `Among them ${count} with what you changed in it.`,
    registered: (count: string) => `Among them ${count}, which cost postage and start the formal notice’s terms.`,
    registeredOne: 'registered letter',
    registeredMany: 'registered letters',
    done: 'action confirmed.',
    doneMany: 'actions confirmed.',
  },
);

/** Sends many messages as they are prepared. Letters that no provider takes are made, for a person to post. */
export function BulkConfirm({ actions, ...dialog }: BulkProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const run = useBulk(actions, confirmMany, (accepted) => count(accepted, w.done, w.doneMany));
  const { data: providers } = useProviders();
  const registered = run.chosen.filter(isRegistered).length;
  const printed = run.chosen.filter((action) => isPrintedHere(providers, action));
  const kept = useKeptEdits();
  const changed = run.chosen.filter(({ id }) => kept[id]).length;
  const unfinished = run.chosen.filter(({ id }) => kept[id] && isUnfinished(kept[id]));
  const leaving = run.total - printed.length;
  const made = printed.filter(({ id }) => !run.refused.some((one) => one.id === id));
  return (
    <BulkDialog
      {...dialog}
      run={run}
      title={w.title(count(run.total, w.one, w.many))}
      submit={w.title(count(run.total - run.answered, w.one, w.many))}
      isReady
      isIncomplete={unfinished.length > 0}
      after={made.length > 0 && <PrintLetters actions={made} />}
    >
      {leaving > 0 && <Text>{count(leaving, w.leave, w.leaveMany)}</Text>}
      {printed.length > 0 && <Text>{count(printed.length, w.printed, w.printedMany)}</Text>}
      {changed > 0 && <Text>{w.changed(count(changed, w.one, w.many))}</Text>}
      {unfinished.length > 0 && (
        <Alert color="red" variant="light" title={w.unfinished} role="alert">
          {unfinished.map(({ id, text }) => (
            <div key={id}>{text}</div>
          ))}
        </Alert>
      )}
      {registered > 0 && (
        <Alert variant="default" role="note">
          {w.registered(count(registered, w.registeredOne, w.registeredMany))}
        </Alert>
      )}
    </BulkDialog>
  );
}
