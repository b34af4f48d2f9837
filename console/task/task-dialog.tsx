import { TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { sendOnce } from '../api/send-once.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { UserSelect } from '../choose/user-select.tsx';
import { useSession } from '../frame/session.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { addDays } from '../case/working-days.ts';
import { instantOf, wallClockOf } from './local-instant.ts';

const words = defineWords(
  {
    fresh: 'Nouvelle tâche',
    change: 'Modifier la tâche',
    what: 'À faire',
    when: 'Alerte le',
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
    when: 'Alert on',
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
  /** Of a new task: the invoice or the customer that it is about; absent: nobody. */
  about?: { invoiceId?: string; customerId?: string; name: string };
  /** A task that is there. */
  task?: { id: string; title: string; alertAt: string; assigneeId: string | null; isAboutNobody: boolean };
  close: () => void;
}

/** A task with its alert, new or changed. */
export function TaskDialog({ about, task, close }: TaskDialogProps) {
  const w = useWords(words);
  const { instant, todayOn } = useFormats();
  const { timeZone } = useSession();
  const [title, setTitle] = useState(task?.title ?? '');
  const [alert, setAlert] = useState<string | null>(
    task ? wallClockOf(task.alertAt, timeZone) : `${addDays(todayOn, 1)} 09:00:00`,
  );
  const [assigneeId, setAssigneeId] = useState(task?.assigneeId ?? null);
  const save = useSaveTask({ about, task });
  const isAboutNobody = task ? task.isAboutNobody : !about;
  return (
    <CaseForm
      title={task ? w.change : [w.fresh, about?.name].filter(Boolean).join(' · ')}
      close={close}
      submit={task ? w.save : w.add}
      onSubmit={() => {
        if (!alert) return;
        const alertAt = instantOf(alert, timeZone);
        const saved = { title: title.trim(), alert_at: alertAt, assignee_id: assigneeId };
        save.mutate({ ...saved, done: task ? w.saved : w.added(instant(alertAt)), close });
      }}
      isPending={save.isPending}
      isIncomplete={title.trim() === '' || !alert}
      error={save.error}
    >
      <TextInput
        label={w.what}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={200}
        required
        data-autofocus
      />
      <DateTimePicker
        label={w.when}
        size="sm"
        value={alert}
        onChange={setAlert}
        minDate={todayOn}
        valueFormat="D MMM YYYY HH:mm"
        required
      />
      <UserSelect
        label={w.who}
        description={isAboutNobody ? w.anyoneHint : w.whoHint}
        value={assigneeId}
        onChange={setAssigneeId}
      />
    </CaseForm>
  );
}

interface SavedTask {
  title: string;
  alert_at: string;
  assignee_id: string | null;
  done: string;
  close: () => void;
}

function useSaveTask({ about, task }: { [Of in 'about' | 'task']: TaskDialogProps[Of] | undefined }) {
  return useChange({
    run: async ({ done: _said, close: _close, ...body }: SavedTask) => {
      if (!task) {
        const fresh = { ...body, invoice_id: about?.invoiceId ?? null, customer_id: about?.customerId ?? null };
        return sendOnce(['task', fresh], (header) =>
          answerOf(api.POST('/v1/tasks', { params: { header }, body: fresh })),
        );
      }
      const path = { id: task.id };
      const { response } = await api.GET('/v1/tasks/{id}', { params: { path } });
      const header = { 'If-Match': response.headers.get('ETag') ?? '*' };
      return answerOf(api.PATCH('/v1/tasks/{id}', { params: { path, header }, body }));
    },
    done: (_, { done }) => done,
    onDone: (_, { close }) => close(),
    showsError: true,
  });
}
