import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import type { paths } from '../../api/schema.ts';
import { useChange } from '../../api/use-change.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { settingsWords } from './settings-words.ts';

export type Settings = Schema<'Settings'>;
export type SettingsChange = NonNullable<paths['/v1/settings']['patch']['requestBody']>['content']['application/json'];

export const useSettings = () =>
  useQuery({ queryKey: versionedKey('settings'), queryFn: () => versionedAnswerOf(api.GET('/v1/settings')) });

/** The part of the settings that one tab shows, as typed. */
export function useSavedPart<Typed>(partOf: (settings: Settings) => Typed) {
  const { data, error, refetch } = useSettings();
  // oxlint-disable-next-line react/exhaustive-deps -- `partOf` is a function of its file
  const saved = useMemo(() => data && { value: partOf(data.data), etag: data.etag }, [data]);
  return { saved, error, retry: () => void refetch() };
}

/** The draft of a tab and the function that saves it. */
export function useSettingsDraft<Typed extends object>(
  saved: Saved<Typed>,
  changeOf: (typed: Typed) => SettingsChange,
) {
  const w = useWords(settingsWords);
  const queries = useQueryClient();
  const draft = useDraft(saved);
  const saving = useChange({
    run: () => {
      draft.sending();
      const params = { header: { 'If-Match': draft.etag } };
      return versionedAnswerOf(api.PATCH('/v1/settings', { params, body: changeOf(draft.value) }));
    },
    done: () => w.saved,
    onDone: (now) => {
      queries.setQueryData(versionedKey('settings'), now);
      draft.stored(now.etag);
    },
    showsError: true,
  });
  return { draft, saving };
}
