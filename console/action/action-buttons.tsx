import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import type { Missing } from '../draft/draft-edits.ts';
import { KeyHint } from '../frame/key-hint.tsx';
import { useKeys } from '../frame/keys.ts';
import { isPrintedHere } from '../providers/is-printed-here.ts';
import { useProviders } from '../providers/use-providers.ts';
import { ChangeTaskDialog } from '../task/task-dialog.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { reminderPhrase, stepName } from '../case/step-name.ts';
import { type ActionWithDraft, isElectronic, isRegistered } from './action-data.ts';
import {
  isConfirmable,
  isDeletable,
  isOpenAction,
  isPostponable,
  isSkippable,
  isStoppedStep,
} from './what-can-be-decided.ts';
import { actionWords } from './action-words.ts';
import { CompleteDialog } from './complete-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';
import { RegisteredDialog } from './registered-dialog.tsx';
import { SkipDialog } from './skip-dialog.tsx';

type Open = 'registered' | 'complete' | 'skip' | 'postpone' | 'delete' | 'task';

interface ActionButtonsProps {
  action: ActionWithDraft;
  /** Why the action cannot be confirmed yet. */
  missing: Missing | null;
  confirm: () => void;
  settled: () => void;
}

/** Keys: Y confirms, T finishes, O skips. A registered letter asks once more before it is confirmed. */
export function ActionButtons({ action, missing, confirm, settled }: ActionButtonsProps) {
  const w = useWords(actionWords);
  const [open, setOpen] = useState<Open | null>(null);
  const { data: providers } = useProviders();
  const canConfirm = isConfirmable(action, providers);
  const send = () => (isRegistered(action) ? setOpen('registered') : confirm());
  // While the key is held down it repeats: confirm only the first action, not the ones that follow.
  useKeys({ y: ({ repeat }) => (repeat ? undefined : send()) }, canConfirm && missing === null && open === null);
  const isOpen = isOpenAction(action);
  const maySkip = isSkippable(action);
  useKeys(
    { ...(isOpen ? { t: () => setOpen('complete') } : {}), ...(maySkip ? { o: () => setOpen('skip') } : {}) },
    open === null,
  );
  const close = () => setOpen(null);
  const done = () => {
    close();
    settled();
  };
  const isTask = action.origin === 'task';
  const isStopped = isStoppedStep(action);
  return (
    <Group gap={6} role="toolbar" aria-label={w.bar}>
      {isStopped && <DecideInAnomalies />}
      {canConfirm && <ConfirmButton action={action} isMain={!isStopped} isBarred={missing !== null} send={send} />}
      {isOpen && (
        <Button
          variant={canConfirm || action.origin === 'exhausted' ? 'default' : 'filled'}
          onClick={() => setOpen('complete')}
          aria-keyshortcuts="t"
          rightSection={<KeyHint name="T" />}
        >
          {w.complete}
        </Button>
      )}
      {action.letter_taken_back && (
        <Button variant="default" onClick={() => setOpen('complete')}>
          {w.wasPosted}
        </Button>
      )}
      {isPostponable(action) && (
        <Button variant="default" onClick={() => setOpen('postpone')}>
          {w.postpone}
        </Button>
      )}
      {maySkip && (
        <Button
          variant="default"
          onClick={() => setOpen('skip')}
          aria-keyshortcuts="o"
          rightSection={<KeyHint name="O" />}
        >
          {w.skip}
        </Button>
      )}
      {isDeletable(action) && (
        <Button variant="default" onClick={() => setOpen('delete')}>
          {w.deleteAction}
        </Button>
      )}
      {isOpen && isTask && <TaskButtons action={action} change={() => setOpen('task')} removed={settled} />}
      {canConfirm && missing && (
        <Text c="dimmed" size="sm" role="note">
          {w.missing[missing]}
        </Text>
      )}
      {action.message_id && (
        <Anchor component={Link} to={`/envois/${action.message_id}`} size="sm">
          {w.sent}
        </Anchor>
      )}
      {open === 'registered' && action.customer && (
        <RegisteredDialog action={action} customerName={action.customer.name} close={close} confirm={confirm} />
      )}
      {open === 'complete' && (
        <CompleteDialog action={action} takenBack={action.letter_taken_back} close={close} done={done} />
      )}
      {open === 'skip' && <SkipDialog action={action} close={close} done={done} />}
      {open === 'postpone' && <PostponeDialog action={action} close={close} done={done} />}
      {open === 'delete' && <DeleteDialog action={action} close={close} done={done} />}
      {open === 'task' && (
        <ChangeTaskDialog taskId={action.id} isAboutNobody={action.customer === null} close={close} />
      )}
    </Group>
  );
}

function DecideInAnomalies() {
  const w = useWords(actionWords);
  return (
    <Button component={Link} to="/anomalies">
      {w.decide}
    </Button>
  );
}

interface ConfirmButtonProps {
  action: ActionWithDraft;
  isMain: boolean;
  isBarred: boolean;
  send: () => void;
}

function ConfirmButton({ action, isMain, isBarred, send }: ConfirmButtonProps) {
  const label = useSendLabel(action);
  return (
    <Button
      variant={isMain ? 'filled' : 'default'}
      onClick={send}
      disabled={isBarred}
      aria-keyshortcuts="y"
      rightSection={<KeyHint name="Y" />}
    >
      {label}
    </Button>
  );
}

function useSendLabel(action: ActionWithDraft): string {
  const w = useWords(actionWords);
  const { language } = useFormats();
  const { data: providers } = useProviders();
  if (action.origin === 'attention') return w.goOn;
  if (action.origin === 'message') return w.sendAgain;
  const step = action.level === null ? null : stepName(action.level, language);
  if (isPrintedHere(providers, action)) return step === null ? w.editMessage : w.edit(step);
  if (isElectronic(action)) return w.confirmElectronic;
  return w.confirm(action.level === null ? w.message : reminderPhrase(action.level, language));
}

function TaskButtons({
  action,
  change,
  removed,
}: {
  action: ActionWithDraft;
  change: () => void;
  removed: () => void;
}) {
  const w = useWords(actionWords);
  const remove = useChange({
    run: () => answerOf(api.DELETE('/v1/tasks/{id}', { params: { path: { id: action.id } } })),
    done: () => w.removed,
    onDoneHere: removed,
  });
  return (
    <>
      <Button variant="default" onClick={change}>
        {w.change}
      </Button>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
        {w.remove}
      </Button>
    </>
  );
}
