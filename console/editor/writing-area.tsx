import { RichTextEditor as Frame } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { useEditor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { createStore, useStore } from '../states/store.ts';
import { useLanguage } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { editorLabels } from './editor-labels.ts';
import { editorWords } from './editor-words.ts';
import classes from './editor.module.css';
import { bodyExtensions } from './extensions.ts';
import { optionId, TagList } from './tag-list.tsx';
import { tagMarks } from './tag-marks.ts';
import { type TagLine, type TagPopup, tagSuggestion } from './tag-suggestion.ts';
import { Toolbar } from './toolbar.tsx';

interface WritingAreaProps {
  label: string;
  value: string;
  onChange: (html: string) => void;
  tags: readonly TagLine[] | null;
  isReadOnly?: boolean;
  minHeight: number;
}

/** The text and its toolbar. */
export function WritingArea({ label, value, onChange, tags, isReadOnly = false, minHeight }: WritingAreaProps) {
  const w = useWords(editorWords);
  const { language } = useLanguage();
  const listId = useId();
  const [popup] = useState(() => createStore<TagPopup | null>(null));
  const written = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  const editor = useEditor({
    extensions: [...bodyExtensions, ...(tags ? [tagSuggestion(tags, popup), tagMarks(tags, w.unknown)] : [])],
    content: value,
    editable: !isReadOnly,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' } },
    shouldRerenderOnTransaction: true,
    onUpdate: ({ editor: changed }) => {
      written.current = changed.isEmpty ? '' : changed.getHTML();
      latest.current(written.current);
    },
  });
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  useEffect(() => {
    editor.setEditable(!isReadOnly, false);
  }, [editor, isReadOnly]);
  useChosenOption(editor.view.dom, useStore(popup), listId);
  return (
    <Frame editor={editor} labels={editorLabels(w, language)} style={{ '--editor-min-height': `${minHeight}px` }}>
      {!isReadOnly && <Toolbar editor={editor} label={label} hasTags={tags !== null} />}
      <Frame.Content className={classes.content} />
      <TagList popup={popup} id={listId} label={w.tags} />
    </Frame>
  );
}

/** Tells screen readers which entry of the list is chosen. */
function useChosenOption(textbox: HTMLElement, popup: TagPopup | null, listId: string): void {
  useEffect(() => {
    if (popup) {
      textbox.setAttribute('aria-controls', listId);
      textbox.setAttribute('aria-activedescendant', optionId(listId, popup.at));
    } else {
      textbox.removeAttribute('aria-controls');
      textbox.removeAttribute('aria-activedescendant');
    }
  }, [textbox, popup, listId]);
}
