import { RichTextEditor as Frame } from '@mantine/tiptap';
import { IconHash } from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import { useWords } from '../words/words.ts';
import { COLOURS_OF_TEXT } from './colours.ts';
import { editorWords } from './editor-words.ts';

/** The buttons for formatting, in the order in which they are needed. */
export function Toolbar({ editor, label, hasTags }: { editor: Editor; label: string; hasTags: boolean }) {
  const w = useWords(editorWords);
  return (
    <Frame.Toolbar role="group" aria-label={w.toolbar(label)}>
      <Frame.ControlsGroup>
        <Frame.Bold />
        <Frame.Italic />
        <Frame.Underline />
        <Frame.ColorPicker colors={COLOURS_OF_TEXT} />
      </Frame.ControlsGroup>
      <Frame.ControlsGroup>
        <Frame.H2 />
        <Frame.H3 />
        <Frame.BulletList />
        <Frame.OrderedList />
      </Frame.ControlsGroup>
      <Frame.ControlsGroup>
        <Frame.Link />
        <Frame.Unlink />
      </Frame.ControlsGroup>
      {hasTags && (
        <Frame.ControlsGroup>
          <Frame.Control aria-label={w.tag} title={w.tag} onClick={() => startTag(editor)}>
            <IconHash size={16} stroke={1.6} aria-hidden />
          </Frame.Control>
        </Frame.ControlsGroup>
      )}
      <Frame.ControlsGroup>
        <Frame.Undo />
        <Frame.Redo />
      </Frame.ControlsGroup>
    </Frame.Toolbar>
  );
}

/** Inserts the # that opens the list of tags, after the selection. */
function startTag(editor: Editor): void {
  editor
    .chain()
    .focus()
    .setTextSelection(editor.state.selection.to)
    .command(({ tr }) => Boolean(tr.insertText('#')))
    .run();
}
