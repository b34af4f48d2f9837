import { Alert, Anchor, Grid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Link } from 'react-router';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import { Page } from '../../frame/page.tsx';
import { SaveBar } from '../../states/save-bar.tsx';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useGoingOn } from '../../states/use-going-on.ts';
import { useWords } from '../../words/words.ts';
import { Ladder } from './ladder.tsx';
import { Moves } from './moves.tsx';
import { draftOf, isNewVersion, type Scenario, type ScenarioDraft } from './scenario-draft.ts';
import { ScenarioFields } from './scenario-fields.tsx';
import { scenarioWords } from './scenario-words.ts';
import { Simulation } from './simulation.tsx';

interface ScenarioEditorProps {
  /** Null for a new scenario. */
  stored: Scenario | null;
  saved: Saved<ScenarioDraft>;
  /** The initial values of a new scenario. */
  begun: ScenarioDraft | null;
  madeHere: (id: string) => void;
}

/** The ladder on the left; on the right, when its steps would be sent and which cases a change would move. */
export function ScenarioEditor({ begun, madeHere, ...page }: ScenarioEditorProps) {
  const w = useWords(scenarioWords);
  const queries = useQueryClient();
  const { made, path, goOn } = useGoingOn<Scenario>((id) => `/scenarios/${id}`, madeHere);
  const stored = page.stored ?? made?.data ?? null;
  const saved = useMemo(
    () => (made && !page.stored ? { value: draftOf(made.data), etag: made.etag } : page.saved),
    [made, page.stored, page.saved],
  );
  const draft = useDraft(saved);
  const { set, value } = draft;
  useEffect(() => {
    if (begun) set(begun);
    // Only once: later input must stay.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const saving = useChange({
    run: () => {
      draft.sending();
      return versionedAnswerOf(
        stored
          ? api.PATCH('/v1/scenarios/{id}', {
              params: { path: { id: stored.id }, header: { 'If-Match': draft.etag } },
              body: value,
            })
          : api.POST('/v1/scenarios', { body: value }),
      );
    },
    done: () => (stored ? w.saved : w.created)(value.name),
    onDone: (now) => {
      queries.setQueryData(versionedKey('scenarios', now.data.id), now);
      draft.stored(now.etag);
    },
    onDoneHere: (now) => {
      if (!stored) goOn(now);
    },
    showsError: true,
  });
  const next = (stored?.version ?? 0) + 1;
  const makesVersion = stored !== null && draft.isDirty && isNewVersion(draft.base, value);
  return (
    <Page
      title={stored ? value.name || w.title : w.newTitle}
      actions={
        <>
          {stored && <Text c="dimmed">{w.version(stored.version)}</Text>}
          <Anchor component={Link} to="/scenarios" size="sm">
            {w.back}
          </Anchor>
        </>
      }
    >
      <Grid gap="xl" px={16}>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="md">
            <ScenarioFields value={value} set={set} error={saving.error} />
            <Ladder steps={value.steps} change={(steps) => set({ steps })} error={saving.error} />
            {stored?.warnings.map((warning) => (
              <Alert key={warning} color="gray" variant="light" icon={<IconAlertTriangle size={18} />} role="status">
                {warning}
              </Alert>
            ))}
            <SaveBar
              draft={draft}
              saved={saved}
              save={() => saving.mutate(undefined)}
              isSaving={saving.isPending}
              error={saving.error}
              label={stored ? (makesVersion ? w.saveVersion(next) : w.save) : w.create}
              note={makesVersion ? w.newVersion(next) : null}
              staysAt={path}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          {stored && (
            <Stack gap="xl">
              <Simulation id={stored.id} version={stored.version} isDirty={makesVersion} />
              <Moves id={stored.id} version={stored.version} />
            </Stack>
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
}
