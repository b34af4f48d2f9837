import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import classes from './editor.module.css';
import type { TagLine } from './tag-suggestion.ts';

/**
 * As the server parses tags: a `#` that does not follow a letter or digit, a letter, then as many letters, digits and
 * `_` as there are.
 */
const TAG = /(?<![\p{L}\p{N}])#\p{L}[\p{L}\p{N}_]*/gu;

/** Highlights tags in the text, unknown ones in red. They stay plain text. */
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
    // Anything that is not text (a line break) takes one position, as in the document.
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
