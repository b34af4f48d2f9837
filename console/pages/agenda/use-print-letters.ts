import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { problemSentence } from '../../states/problem-sentence.ts';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { mergedLetters } from './merged-letters.ts';
import { fileParts } from './printable.ts';

const words = defineWords(
  {
    print: (count: string, files: number) => `Imprimer ${count} en ${files === 1 ? 'un' : files} PDF`,
    one: 'courrier',
    many: 'courriers',
    file: 'courriers',
  },
  {
    print: (count: string, files: number) => `Print ${count} as ${files === 1 ? 'one PDF' : `${files} PDFs`}`,
    one: 'letter',
    many: 'letters',
    file: 'letters',
  },
);

/** The letters of these actions as one file to print, several where the API takes no more in one, and what the button for that says. */
export function usePrintLetters(ids: readonly string[]) {
  const w = useWords(words);
  const { count, language } = useFormats();
  const files = fileParts(ids);
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      for (const [at, part] of files.entries())
        saveFile(await mergedLetters(part), files.length === 1 ? `${w.file}.pdf` : `${w.file}-${at + 1}.pdf`);
    },
    onError: (error) => {
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true });
    },
  });
  return { print: () => mutate(), isPending, label: w.print(count(ids.length, w.one, w.many), files.length) };
}
