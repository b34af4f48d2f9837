import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import type { Draft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { createTemplate, saveTemplate, type StoredTemplate } from './save-template.ts';
import { draftOf, type TemplateDraft, type TextDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TemplateSaving {
  stored: StoredTemplate | null;
  draft: Draft<TemplateDraft>;
  openText: (key: string) => void;
  /** Called when the template is stored, but one of its further texts is not. */
  onHalfMade: (made: StoredTemplate) => void;
  /** Called when everything is stored, while the editor is still there. */
  onMadeHere: (now: StoredTemplate) => void;
}

/** Saves a template text by text. After a refusal, texts already stored are not sent again. */
export function useTemplateSaving({ stored, draft, openText, onHalfMade, onMadeHere }: TemplateSaving) {
  const w = useWords(templateWords);
  const queries = useQueryClient();
  const [failedText, setFailedText] = useState<string | null>(null);
  // The keys under which new texts were typed, by the ids that they have since they are stored.
  const [firstKeys, setFirstKeys] = useState<ReadonlyMap<string, string>>(new Map());
  const firstKeyOf = (key: string) => firstKeys.get(key) ?? key;
  const at = useRef<string | null>(null);
  const made = useRef<StoredTemplate | null>(null);
  const steps = {
    onText: (key: string) => {
      at.current = key;
    },
    onStored: (now: StoredTemplate, added?: string) => {
      queries.setQueryData(versionedKey('templates', now.data.id), now);
      const isFirst = !stored && made.current === null;
      made.current = now;
      const key = isFirst ? draft.value.texts[0]?.key : added;
      const id = now.data.variants.at(-1)?.id;
      if (key && id) name(key, id);
      if (stored) goOnFrom(now);
    },
  };
  /** Gives the text with this key the id under which it was just stored. */
  const name = (key: string, id: string) => {
    setFirstKeys((were) => new Map(were).set(id, key));
    const named = (text: TextDraft) => (text.key === key ? { ...text, key: id, isNew: false } : text);
    draft.rename((typed) => ({ ...typed, texts: typed.texts.map(named) }));
  };
  /** Marks what is stored as saved. The rest stays as typed. */
  const goOnFrom = (now: StoredTemplate) => draft.rebase({ value: draftOf(now.data), etag: now.etag });
  const change = useChange({
    run: () => {
      draft.sending();
      return stored
        ? saveTemplate({ ...stored, etag: draft.etag }, draft.base, draft.value, steps)
        : createTemplate(draft.value, steps);
    },
    done: () => (stored ? w.saved : w.created)(draft.value.name),
    onDone: (now) => draft.stored(now.etag),
    onDoneHere: onMadeHere,
    showsError: true,
  });
  const save = () => {
    setFailedText(null);
    made.current = null;
    change.mutate(undefined, {
      onError: () => {
        const key = at.current && firstKeyOf(at.current);
        setFailedText(key);
        if (key) openText(key);
        if (stored || !made.current) return;
        goOnFrom(made.current);
        onHalfMade(made.current);
      },
    });
  };
  return { save, isPending: change.isPending, error: change.error, failedText, firstKeyOf };
}
