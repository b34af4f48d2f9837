import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { Store } from '../states/store.ts';
import { folded } from '../words/folded.ts';

/** A tag from `GET /v1/tags`, including its `#`. */
export interface TagLine {
  tag: string;
  sentence: string;
}

/** The list at the cursor while a tag is being written. */
export interface TagPopup {
  /** The element that the list is rendered into. The suggestion plugin positions it at the cursor. */
  element: HTMLElement;
  tags: readonly TagLine[];
  at: number;
  choose: (tag: TagLine) => void;
}

/**
 * After a # offers matching tags, by name or by sentence: arrows choose, Enter or Tab inserts. A tag is inserted as
 * plain text.
 */
export const tagSuggestion = (tags: readonly TagLine[], popup: Store<TagPopup | null>) =>
  Extension.create({
    name: 'tagSuggestion',
    addProseMirrorPlugins() {
      return [
        Suggestion<TagLine, TagLine>({
          editor: this.editor,
          pluginKey: new PluginKey('tagSuggestion'),
          char: '#',
          allowedPrefixes: null,
          container: 'main',
          items: ({ query }) => fitting(tags, query),
          command: ({ editor, range, props: { tag } }) => {
            const put = editor.chain().focus();
            put.command(({ tr }) => Boolean(tr.insertText(tag, range.from, range.to))).run();
          },
          render: () => listAtCursor(popup),
        }),
      ];
    },
  });

/** Returns no tags once a tag is written in full. */
function fitting(tags: readonly TagLine[], query: string): TagLine[] {
  const words = folded(query);
  if (tags.some(({ tag }) => tag === `#${words}`)) return [];
  const byName = tags.filter(({ tag }) => tag.includes(words));
  const bySentence = tags.filter((line) => !byName.includes(line) && folded(line.sentence).includes(words));
  return [...byName, ...bySentence];
}

function listAtCursor(popup: Store<TagPopup | null>) {
  let unmount: (() => void) | null = null;
  const element = document.createElement('div');
  element.style.zIndex = '400';
  const show = ({ items, command, editor }: SuggestionProps<TagLine, TagLine>) => {
    const isShown = items.length > 0;
    popup.set(isShown ? { element, tags: items, at: 0, choose: command } : null);
    // Esc closes the list and not the dialog around the editor.
    editor.view.dom.setAttribute('data-mantine-stop-propagation', String(isShown));
  };
  return {
    onStart: (props: SuggestionProps<TagLine, TagLine>) => {
      unmount = props.mount(element);
      show(props);
    },
    onUpdate: show,
    onKeyDown: ({ event }: { event: KeyboardEvent }) => isTaken(popup, event),
    onExit: ({ editor }: SuggestionProps<TagLine, TagLine>) => {
      popup.set(null);
      unmount?.();
      editor.view.dom.removeAttribute('data-mantine-stop-propagation');
    },
  };
}

function isTaken(popup: Store<TagPopup | null>, event: KeyboardEvent): boolean {
  const open = popup.get();
  const tag = open?.tags[open.at];
  if (!open || !tag) return false;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) {
    const count = open.tags.length;
    popup.set({ ...open, at: (open.at + by + count) % count });
  } else if (event.key === 'Enter' || event.key === 'Tab') open.choose(tag);
  else return false;
  return true;
}
