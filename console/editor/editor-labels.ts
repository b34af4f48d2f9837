import type { RichTextEditorLabels } from '@mantine/tiptap';
import type { Language } from '../words/language.ts';
import { colourWord } from './colours.ts';
import type { editorWords } from './editor-words.ts';

/** Our labels, by the names of the editor library. */
export const editorLabels = (w: typeof editorWords.fr, language: Language): Partial<RichTextEditorLabels> => ({
  boldControlLabel: w.bold,
  italicControlLabel: w.italic,
  underlineControlLabel: w.underline,
  h2ControlLabel: w.h2,
  h3ControlLabel: w.h3,
  bulletListControlLabel: w.bullets,
  orderedListControlLabel: w.numbers,
  linkControlLabel: w.link,
  unlinkControlLabel: w.unlink,
  linkEditorInputLabel: w.address,
  linkEditorInputPlaceholder: 'https://',
  linkEditorSave: w.save,
  linkEditorExternalLink: w.newTab,
  linkEditorInternalLink: w.sameTab,
  colorPickerControlLabel: w.colour,
  colorPickerClear: w.noColour,
  colorPickerCancel: w.cancel,
  colorPickerColorPicker: w.otherColour,
  colorPickerPalette: w.palette,
  colorPickerSave: w.takeColour,
  colorPickerColorLabel: (colour) => w.ofColour(colourWord(colour, language)),
  undoControlLabel: w.undo,
  redoControlLabel: w.redo,
});
