import { Button, Group, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { versionedKey } from '../../api/versioned-key.ts';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { SaveBar } from '../../states/save-bar.tsx';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useGoingOn } from '../../states/use-going-on.ts';
import { useWords } from '../../words/words.ts';
import { CriteriaList } from './criteria-list.tsx';
import { type CustomerGroup, draftOf, type GroupDraft, storeGroup } from './group-draft.ts';
import { GroupFields } from './group-fields.tsx';
import { groupsWords } from './groups-words.ts';
import { Members } from './members.tsx';
import { WhoFits } from './who-fits.tsx';

interface GroupEditorProps {
  /** Null for a new group. */
  stored: CustomerGroup | null;
  saved: Saved<GroupDraft>;
  /** The initial values of a new group. */
  begun: GroupDraft | null;
  madeHere: (id: string) => void;
}

/** A group: its priority, which customers belong to it, and what it gives them. */
export function GroupEditor({ begun, madeHere, ...page }: GroupEditorProps) {
  const w = useWords(groupsWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { made, path, goOn } = useGoingOn<CustomerGroup>((id) => `/groupes/${id}`, madeHere);
  const stored = page.stored ?? made?.data ?? null;
  const saved = useMemo(
    () => (made && !page.stored ? { value: draftOf(made.data), etag: made.etag } : page.saved),
    [made, page.stored, page.saved],
  );
  const draft = useDraft(saved);
  const [isRemoving, setRemoving] = useState(false);
  const { set, value } = draft;
  useEffect(() => {
    if (begun) set(begun);
    // Only once: later input must stay.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const saving = useChange({
    run: () => {
      draft.sending();
      return storeGroup(stored?.id ?? null, draft.etag, value);
    },
    done: () => (stored ? w.saved : w.created)(value.name),
    onDone: (now) => {
      queries.setQueryData(versionedKey('groups', now.data.id), now);
      draft.stored(now.etag);
    },
    onDoneHere: (now) => {
      if (!stored) goOn(now);
    },
    showsError: true,
  });
  const { error } = saving;
  return (
    <Stack gap="md" component="section" aria-label={stored?.name ?? w.newTitle}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {stored?.name ?? w.newTitle}
        </Title>
        {stored && (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {w.remove}
          </Button>
        )}
      </Group>
      <GroupFields value={value} set={set} error={error} />
      <Title order={3} size="h6">
        {w.criteria}
      </Title>
      <CriteriaList
        criteria={value.criteria}
        change={(criteria) => set({ criteria })}
        error={error}
        pointer="/criteria"
      />
      <WhoFits criteria={value.criteria} priority={value.priority} groupId={stored?.id ?? null} />
      <SaveBar
        draft={draft}
        saved={saved}
        save={() => saving.mutate(undefined)}
        isSaving={saving.isPending}
        error={error}
        label={stored ? w.save : w.createButton}
        note={w.saveNote}
        staysAt={path}
      />
      {stored && <Members id={stored.id} count={stored.member_count} />}
      {stored && isRemoving && (
        <RemoveDialog
          title={w.removeTitle}
          text={w.removeText(stored.name)}
          button={w.removeButton}
          done={w.removed(stored.name)}
          refused={{ in_use: w.inUse }}
          run={() => answerOf(api.DELETE('/v1/groups/{id}', { params: { path: { id: stored.id } } }))}
          close={() => setRemoving(false)}
          onRemoved={() => void navigate('/groupes')}
        />
      )}
    </Stack>
  );
}
