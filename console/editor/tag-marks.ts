import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import classes from './editor.module.css';
import type { TagLine } from './tag-suggestion.ts';

/** As the server reads them: the longest run of letters, digits and `_` after a `#` that no word or address goes before. */
const TAG = /(?<![\p{L}\p{N}])#\p{L}[\p{L}\p{N}_]*/gu;

/** Sets tags off from the words around them, and those that are none in red. They stay plain text. */
export const tagMarks = (tags: readonly TagLine[], unknown: string) =>
  Extension.create({
    name: 'tagMarks',
    addProseMirrorPlugins() {
      const sentences = new Map(tags.map(({ tag, sentence }) => [tag, sentence]));
      const key = new PluginKey<DecorationSet>('tagMarks');
      return [
        new Plugin({
          key,
          state: {
            init: (_, { doc }) => marksIn(doc, sentences, unknown),
            apply: (tr, before) => (tr.docChanged ? marksIn(tr.doc, sentences, unknown) : before),
          },
          props: { decorations: (state) => key.getState(state) },
        }),
      ];
    },
  });

function marksIn(doc: Node, sentences: ReadonlyMap<string, string>, unknown: string): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((block, at) => {
    if (!block.isTextblock) return;
    // What is not text (a line break) takes one place, as in the document.
    const text = block.textBetween(0, block.content.size, undefined, '\n');
    for (const { 0: word, index } of text.matchAll(TAG)) {
      const sentence = sentences.get(word);
      if (!sentence && isInAddress(text, index)) continue;
      const look = { class: (sentence ? classes.tag : classes.unknown) ?? '', title: sentence ?? unknown };
      marks.push(Decoration.inline(at + 1 + index, at + 1 + index + word.length, look));
    }
  });
  return DecorationSet.create(doc, marks);
}

const isInAddress = (text: string, at: number): boolean => /:\/\/\S*$/.test(text.slice(0, at));
