import { Alert, Button, Group, List, Progress, Stack, Text } from '@mantine/core';
import { Dialog } from '../../frame/dialog.tsx';
import { type Action, isRegistered } from '../../action/action-data.ts';
import { refusalSentence } from '../../states/refusal-words.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useBulkConfirm } from './use-bulk-confirm.ts';

const words = defineWords(
  {
    title: (count: string) => `Confirmer ${count}`,
    one: 'action',
    many: 'actions',
    what: (count: string) => `${count} partent aussitôt, telles qu’elles sont préparées. Un envoi ne s’annule pas.`,
    registered: (count: string) =>
      `Dont ${count}, qui coûtent l’affranchissement et font courir les délais de la mise en demeure.`,
    registeredOne: 'lettre recommandée',
    registeredMany: 'lettres recommandées',
    submit: (count: string) => `Confirmer ${count}`,
    cancel: 'Annuler',
    close: 'Fermer',
    progress: (done: string, total: string) => `${done} sur ${total}`,
    done: (count: string) => `${count} confirmées.`,
    refused: (count: string) => `${count} refusées, rien n’est parti pour elles\u00a0:`,
  },
  {
    title: (count: string) => `Confirm ${count}`,
    one: 'action',
    many: 'actions',
    what: (count: string) => `${count} leave at once, as they are prepared. A sending cannot be undone.`,
    registered: (count: string) => `Among them ${count}, which cost postage and start the formal notice’s terms.`,
    registeredOne: 'registered letter',
    registeredMany: 'registered letters',
    submit: (count: string) => `Confirm ${count}`,
    cancel: 'Cancel',
    close: 'Close',
    progress: (done: string, total: string) => `${done} of ${total}`,
    done: (count: string) => `${count} confirmed.`,
    refused: (count: string) => `${count} refused, nothing left for them:`,
  },
);

interface BulkConfirmProps {
  actions: readonly Action[];
  close: () => void;
  clear: () => void;
}

/** Many at once: what will leave, how far it is, and which were refused and why. */
export function BulkConfirm({ actions, close, clear }: BulkConfirmProps) {
  const w = useWords(words);
  const { count, number } = useFormats();
  const run = useBulkConfirm(actions);
  const registered = actions.filter(isRegistered).length;
  const howMany = (of: number) => count(of, w.one, w.many);
  const leave = () => {
    if (run.isDone) clear();
    close();
  };
  return (
    <Dialog onClose={leave} title={w.title(howMany(run.total))} size="lg">
      <Stack gap="sm">
        {!run.isDone && <Text>{w.what(howMany(run.total))}</Text>}
        {!run.isDone && registered > 0 && (
          <Alert variant="default" role="note">
            {w.registered(count(registered, w.registeredOne, w.registeredMany))}
          </Alert>
        )}
        {(run.isRunning || run.isDone) && (
          <div role="status">
            <Progress
              value={(100 * run.answered) / run.total}
              aria-label={w.progress(number(run.answered), number(run.total))}
            />
            <Text mt={4} className="figures">
              {run.isDone ? w.done(howMany(run.confirmed)) : w.progress(number(run.answered), number(run.total))}
            </Text>
          </div>
        )}
        {run.refused.length > 0 && <RefusedActions actions={actions} refused={run.refused} />}
        <ProblemNote error={run.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {run.isDone ? w.close : w.cancel}
          </Button>
          {!run.isDone && (
            <Button loading={run.isRunning} onClick={run.start} data-autofocus>
              {w.submit(howMany(run.total - run.answered))}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

interface RefusedActionsProps {
  actions: readonly Action[];
  refused: readonly { id: string; code: string; detail: string }[];
}

function RefusedActions({ actions, refused }: RefusedActionsProps) {
  const w = useWords(words);
  const { count, language } = useFormats();
  return (
    <div>
      <Text fw={600}>{w.refused(count(refused.length, w.one, w.many))}</Text>
      <List size="sm" mt={4} spacing={2}>
        {refused.map(({ id, code, detail }) => (
          <List.Item key={id}>
            {actions.find((action) => action.id === id)?.text} – {refusalSentence(code, language) ?? detail}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
