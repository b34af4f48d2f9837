import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { Dialog } from '../../frame/dialog.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { typedFields } from '../../states/typed-fields.ts';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { usersWords } from './users-words.ts';

type User = Schema<'User'>;
type Role = 'collector' | 'supervisor' | 'admin';

const typedOf = (user: User | null) => ({
  name: user?.name ?? '',
  email: user?.email ?? '',
  phone: user?.phone ?? '',
  role: (user?.role ?? 'collector') as Role,
});
type Typed = ReturnType<typeof typedOf>;

/** Creates a user, or changes one. */
export function UserDialog({ user, close }: { user: User | null; close: () => void }) {
  return user ? (
    <StoredUser user={user} close={close} />
  ) : (
    <UserForm user={null} saved={{ value: typedOf(null), etag: '' }} close={close} />
  );
}

/** Shows the form once the version to save against is loaded. */
function StoredUser({ user, close }: { user: User; close: () => void }) {
  const w = useWords(usersWords);
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('users', user.id),
    queryFn: () => versionedAnswerOf(api.GET('/v1/users/{id}', { params: { path: { id: user.id } } })),
  });
  if (data) return <UserForm user={user} saved={{ value: typedOf(data.data), etag: data.etag }} close={close} />;
  return (
    <Dialog onClose={close} title={w.edit(user.name)}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={4} />}
    </Dialog>
  );
}

const bodyOf = (typed: Typed) => ({ ...typed, phone: typed.phone.trim() || null });

function UserForm({ user, saved, close }: { user: User | null; saved: Saved<Typed>; close: () => void }) {
  const w = useWords(usersWords);
  const draft = useDraft(saved);
  const { value: typed, set } = draft;
  const save = useChange({
    run: () => {
      if (!user) return answerOf(api.POST('/v1/users', { body: bodyOf(typed) }));
      const params = { path: { id: user.id }, header: { 'If-Match': draft.etag } };
      const body = typedFields(bodyOf(draft.base), bodyOf(typed));
      return answerOf(api.PATCH('/v1/users/{id}', { params, body }));
    },
    done: () => (user ? w.saved : w.added)(typed.name),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={user ? w.edit(user.name) : w.add}
      close={close}
      submit={user ? w.save : w.add}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={!draft.isDirty}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
    >
      <TextInput
        label={w.name}
        required
        data-autofocus
        value={typed.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={faultOf(save.error, '/name')}
      />
      <TextInput
        label={w.email}
        type="email"
        required
        value={typed.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={faultOf(save.error, '/email')}
      />
      <TextInput
        label={w.phone}
        type="tel"
        value={typed.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        error={faultOf(save.error, '/phone')}
      />
      <Select
        label={w.role}
        allowDeselect={false}
        data={Object.entries(w.roles).map(([value, label]) => ({ value, label }))}
        value={typed.role}
        onChange={(role) => role && set({ role: role as Role })}
      />
    </CaseForm>
  );
}
