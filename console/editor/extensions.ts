import { Link } from '@mantine/tiptap';
import { type AnyExtension, Node } from '@tiptap/core';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import StarterKit from '@tiptap/starter-kit';

/** The letters' lists have one level: an item is a paragraph, and Tab leaves the text instead of nesting. */
const flatItem = (extension: AnyExtension): AnyExtension =>
  extension instanceof Node && extension.name === 'listItem'
    ? extension.extend({
        content: 'paragraph',
        addKeyboardShortcuts() {
          return { Enter: () => this.editor.commands.splitListItem(this.name) };
        },
      })
    : extension;

const Basics = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(flatItem);
  },
}).configure({
  heading: { levels: [2, 3] },
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  trailingNode: false,
  link: false,
});

const LinkToAddress = Link.configure({
  openOnClick: false,
  protocols: ['http', 'https', 'mailto'],
  HTMLAttributes: { target: null, rel: null, class: null },
});

/** Writes the HTML that the API takes, and nothing that it would drop. */
export const bodyExtensions: readonly AnyExtension[] = [Basics, LinkToAddress, TextStyle, Color];
