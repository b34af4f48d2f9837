import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { problemSentence } from '../../states/problem-sentence.ts';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { mergedLetters } from './merged-letters.ts';

const words = defineWords(
  {
    print: (count: string) => `Imprimer ${count} en un PDF`,
    one: 'courrier',
    many: 'courriers',
    file: 'courriers',
  },
  { print: (count: string) => `Print ${count} as one PDF`, one: 'letter', many: 'letters', file: 'letters' },
);

/** The letters of these actions as one file to print, and what the button for that says. */
export function usePrintLetters(ids: readonly string[]) {
  const w = useWords(words);
  const { count, language } = useFormats();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => saveFile(await mergedLetters(ids), `${w.file}.pdf`),
    onError: (error) => {
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true });
    },
  });
  return { print: () => mutate(), isPending, label: w.print(count(ids.length, w.one, w.many)) };
}
