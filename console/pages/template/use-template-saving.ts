import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import type { Draft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { createTemplate, saveTemplate, type StoredTemplate } from './save-template.ts';
import { draftOf, type TemplateDraft, type TextDraft } from './template-draft.ts';
import { templateWords } from './template-words.ts';

interface TemplateSaving {
  stored: StoredTemplate | null;
  /**
   * The page is that of a new template, even when part of it is stored. Once everything is, it navigates to the
   * template's own page.
   */
  isNew: boolean;
  draft: Draft<TemplateDraft>;
  openText: (key: string) => void;
  /** Called when the template is stored, but one of its further texts is not. */
  onHalfMade: (made: StoredTemplate) => void;
}

/** Saves a template text by text. After a refusal, texts already stored are not sent again. */
export function useTemplateSaving({ stored, isNew, draft, openText, onHalfMade }: TemplateSaving) {
  const w = useWords(templateWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [failedText, setFailedText] = useState<string | null>(null);
  const at = useRef<string | null>(null);
  const made = useRef<StoredTemplate | null>(null);
  const texts = useRef<TextDraft[]>([]);
  const hasNew = useRef(false);
  const steps = {
    onText: (key: string) => {
      at.current = key;
    },
    onStored: (now: StoredTemplate, added?: string) => {
      queries.setQueryData(versionedKey('templates', now.data.id), now);
      const isFirst = !stored && made.current === null;
      made.current = now;
      texts.current = withIds(texts.current, now, isFirst ? texts.current[0]?.key : added);
      if (stored) goOnFrom(now);
    },
  };
  /** Marks what is stored as saved. The rest stays as typed. */
  const goOnFrom = (now: StoredTemplate) => {
    // Only a new text has changed its key. Otherwise keep what was typed since.
    if (hasNew.current) draft.set({ texts: texts.current });
    draft.rebase({ value: draftOf(now.data), etag: now.etag });
  };
  const change = useChange({
    run: () => {
      draft.sending();
      return stored
        ? saveTemplate({ ...stored, etag: draft.etag }, draft.base, draft.value, steps)
        : createTemplate(draft.value, steps);
    },
    done: () => (stored ? w.saved : w.created)(draft.value.name),
    onDone: (now) => {
      if (hasNew.current) draft.reset();
      else draft.stored(now.etag);
      if (isNew) goToMade();
    },
    showsError: true,
  });
  // After the update of the state that the leave guard checks.
  const goToMade = () =>
    setTimeout(() => void navigate(`/modeles/${(made.current ?? stored)?.data.id ?? ''}`, { replace: true }));
  const save = () => {
    setFailedText(null);
    made.current = null;
    texts.current = draft.value.texts;
    hasNew.current = !stored || draft.value.texts.some((text) => text.isNew);
    change.mutate(undefined, {
      onError: () => {
        setFailedText(at.current);
        if (at.current) openText(at.current);
        if (stored || !made.current) return;
        goOnFrom(made.current);
        onHalfMade(made.current);
      },
    });
  };
  return { save, isPending: change.isPending, error: change.error, failedText };
}

/** Gives the text with this key the id of the template's last text, which was just stored. */
const withIds = (texts: TextDraft[], { data }: StoredTemplate, key: string | undefined): TextDraft[] => {
  const last = data.variants.at(-1);
  return texts.map((text) => (text.key === key && last ? { ...text, key: last.id, isNew: false } : text));
};
