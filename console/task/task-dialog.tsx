import { TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, versionedAnswerOf } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { sendOnce } from '../api/send-once.ts';
import { versionedKey } from '../api/versioned-key.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { UserSelect } from '../choose/user-select.tsx';
import { Dialog } from '../frame/dialog.tsx';
import { useSession } from '../frame/session.ts';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { typedFields } from '../states/typed-fields.ts';
import { type Draft, type Saved, useDraft } from '../states/use-draft.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { addDays } from '../case/working-days.ts';
import { instantOf, wallClockOf } from './local-instant.ts';

const words = defineWords(
  {
    fresh: 'Nouvelle tâche',
    change: 'Modifier la tâche',
    what: 'À faire',
    when: 'À faire le',
    who: 'Pour (facultatif)',
    whoHint: 'Sans nom, la tâche est à la personne chargée du client.',
    anyoneHint: 'Sans nom, la tâche attend que quelqu’un la prenne.',
    add: 'Créer la tâche',
    save: 'Modifier la tâche',
    added: (when: string) => `Tâche créée\u00a0: elle paraîtra dans l’agenda le ${when}.`,
    saved: 'Tâche modifiée.',
  },
  {
    fresh: 'New task',
    change: 'Change the task',
    what: 'To do',
    when: 'Due on',
    who: 'For (optional)',
    whoHint: 'Without a name the task is the customer’s collector’s.',
    anyoneHint: 'Without a name the task waits for whoever takes it.',
    add: 'Create the task',
    save: 'Change the task',
    added: (when: string) => `Task created: it shows in the agenda on ${when}.`,
    saved: 'Task changed.',
  },
);

interface TaskDialogProps {
  /** The invoice or customer of a new task. Absent for a task about nobody. */
  about?: { invoiceId?: string; customerId?: string; name: string };
  close: () => void;
}

interface Typed {
  title: string;
  /** In the creditor's local time. Null while nothing is chosen. */
  alert: string | null;
  assigneeId: string | null;
}

/** A new task with its alert. */
export function TaskDialog({ about, close }: TaskDialogProps) {
  const w = useWords(words);
  const { instant, todayOn } = useFormats();
  const { timeZone } = useSession();
  const [begun] = useState<Typed>({ title: '', alert: `${addDays(todayOn, 1)} 09:00:00`, assigneeId: null });
  const draft = useDraft({ value: begun, etag: '' });
  const add = useChange({
    run: (body: ReturnType<typeof taskBody>) => {
      const fresh = { ...body, invoice_id: about?.invoiceId ?? null, customer_id: about?.customerId ?? null };
      return sendOnce(['task', fresh], (header) =>
        answerOf(api.POST('/v1/tasks', { params: { header }, body: fresh })),
      );
    },
    done: (_, { alert_at: at }) => w.added(instant(at)),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={[w.fresh, about?.name].filter(Boolean).join(' · ')}
      close={close}
      submit={w.add}
      onSubmit={() => add.mutate(taskBody(draft.value, timeZone))}
      isPending={add.isPending}
      isIncomplete={isIncomplete(draft.value)}
      error={add.error}
    >
      <TaskFields draft={draft} isAboutNobody={!about} />
    </CaseForm>
  );
}

interface ChangeTaskProps {
  taskId: string;
  isAboutNobody: boolean;
  close: () => void;
}

/** Changes a task, based on the version that was read when the dialog opened. */
export function ChangeTaskDialog({ taskId, ...rest }: ChangeTaskProps) {
  const w = useWords(words);
  const { timeZone } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('tasks', taskId),
    queryFn: () => versionedAnswerOf(api.GET('/v1/tasks/{id}', { params: { path: { id: taskId } } })),
  });
  if (!data)
    return (
      <Dialog onClose={rest.close} title={w.change}>
        {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={3} />}
      </Dialog>
    );
  const { title, alert_at: alertAt, assignee_id: assigneeId } = data.data;
  const value = { title, alert: wallClockOf(alertAt, timeZone), assigneeId };
  return <ChangeForm taskId={taskId} saved={{ value, etag: data.etag }} {...rest} />;
}

function ChangeForm({ taskId, saved, isAboutNobody, close }: ChangeTaskProps & { saved: Saved<Typed> }) {
  const w = useWords(words);
  const { timeZone } = useSession();
  const draft = useDraft(saved);
  const save = useChange({
    run: () => {
      const params = { path: { id: taskId }, header: { 'If-Match': draft.etag } };
      const body = typedFields(taskBody(draft.base, timeZone), taskBody(draft.value, timeZone));
      return answerOf(api.PATCH('/v1/tasks/{id}', { params, body }));
    },
    done: () => w.saved,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.change}
      close={close}
      submit={w.save}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={!draft.isDirty || isIncomplete(draft.value)}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
    >
      <TaskFields draft={draft} isAboutNobody={isAboutNobody} />
    </CaseForm>
  );
}

const isIncomplete = ({ title, alert }: Typed): boolean => title.trim() === '' || !alert;

const taskBody = ({ title, alert, assigneeId }: Typed, timeZone: string) => ({
  title: title.trim(),
  alert_at: instantOf(alert ?? '', timeZone),
  assignee_id: assigneeId,
});

function TaskFields({ draft: { value, set }, isAboutNobody }: { draft: Draft<Typed>; isAboutNobody: boolean }) {
  const w = useWords(words);
  const { todayOn, wallClock } = useFormats();
  return (
    <>
      <TextInput
        label={w.what}
        value={value.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        maxLength={200}
        required
        data-autofocus
      />
      <DateTimePicker
        label={w.when}
        size="sm"
        value={value.alert}
        onChange={(alert) => set({ alert })}
        minDate={todayOn}
        valueFormat={wallClock}
        required
      />
      <UserSelect
        label={w.who}
        description={isAboutNobody ? w.anyoneHint : w.whoHint}
        value={value.assigneeId}
        onChange={(assigneeId) => set({ assigneeId })}
      />
    </>
  );
}
