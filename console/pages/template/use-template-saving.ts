import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import type { Draft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { createTemplate, saveTemplate, type StoredTemplate } from './save-template.ts';
import { draftOf, type TemplateDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TemplateSaving {
  stored: StoredTemplate | null;
  draft: Draft<TemplateDraft>;
  openText: (key: string) => void;
}

/** Saves a template text by text: what is stored is not sent again when a later text is refused. */
export function useTemplateSaving({ stored, draft, openText }: TemplateSaving) {
  const w = useWords(templateWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [failedText, setFailedText] = useState<string | null>(null);
  const at = useRef<string | null>(null);
  const made = useRef<StoredTemplate | null>(null);
  const steps = {
    onText: (key: string) => {
      at.current = key;
    },
    onStored: (now: StoredTemplate, added?: string) => {
      made.current = now;
      queries.setQueryData(versionedKey('templates', now.data.id), now);
      if (!stored) return;
      const last = now.data.variants.at(-1);
      const texts = draft.value.texts.map((text) =>
        text.key === added && last ? { ...text, key: last.id, isNew: false } : text,
      );
      if (added) draft.set({ texts });
      draft.rebase({ value: draftOf(now.data), etag: now.etag });
    },
  };
  const change = useChange({
    run: () =>
      stored
        ? saveTemplate({ ...stored, etag: draft.etag }, draft.base, draft.value, steps)
        : createTemplate(draft.value, steps),
    done: () => (stored ? w.saved : w.created)(draft.value.name),
    onDone: () => {
      draft.reset();
      if (!stored) goToMade();
    },
    showsError: true,
  });
  // After the state that the leave guard looks at.
  const goToMade = () => setTimeout(() => void navigate(`/modeles/${made.current?.data.id ?? ''}`, { replace: true }));
  const save = () => {
    setFailedText(null);
    made.current = null;
    change.mutate(undefined, {
      onError: (error) => {
        setFailedText(at.current);
        if (at.current) openText(at.current);
        // The template is there, one of its further texts is not: it goes on on its own page.
        if (!stored && made.current) {
          notifications.show({ message: error.message, color: 'red' });
          draft.reset();
          goToMade();
        }
      },
    });
  };
  return { save, isPending: change.isPending, error: change.error, failedText };
}
