import { Link } from '@mantine/tiptap';
import { type AnyExtension, Node } from '@tiptap/core';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import StarterKit from '@tiptap/starter-kit';

/** Lists in letters have one level: an item is a paragraph, and Tab leaves the editor instead of nesting. */
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

/** Extensions that write only the HTML that the API keeps. */
export const bodyExtensions: readonly AnyExtension[] = [Basics, LinkToAddress, TextStyle, Color];
