import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { Action } from '../../action/action-data.ts';
import { DuplexBox, useDuplex } from '../../print/duplex-box.tsx';
import { problemSentence } from '../../states/problem-sentence.ts';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Refused } from './bulk/in-portions.ts';
import { refusedSaid } from './bulk/refused-said.ts';
import { lettersToPrint } from './letters-to-print.ts';
import { mergedLetters } from './merged-letters.ts';
import { fileParts } from './printable.ts';

const words = defineWords(
  {
    print: (count: string, files: number) => `Imprimer ${count} en ${files === 1 ? 'un' : files} PDF`,
    one: 'courrier',
    many: 'courriers',
    file: 'courriers',
    left: 'action n’est pas dans le fichier à imprimer.',
    leftMany: 'actions ne sont pas dans le fichier à imprimer.',
  },
  {
    print: (count: string, files: number) => `Print ${count} as ${files === 1 ? 'one PDF' : `${files} PDFs`}`,
    one: 'letter',
    many: 'letters',
    file: 'letters',
    left: 'action is not in the file to print.',
    leftMany: 'actions are not in the file to print.',
  },
);

const AGAIN_MS = 1_000;
const wait = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));

/**
 * Saves the letters of these actions as one file, or several above the API's limit, for one side of the paper or both.
 * Corrections are printed. Actions without a letter are named in a notice.
 */
export function PrintLetters({ actions }: { actions: readonly Action[] }) {
  const w = useWords(words);
  const { count } = useFormats();
  const files = fileParts(actions.map(({ id }) => id));
  const { mutate, isPending } = usePrinting(actions, files);
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => mutate()}>
        {w.print(count(actions.length, w.one, w.many), files.length)}
      </Button>
      {actions.length > 1 && <DuplexBox />}
    </>
  );
}

function usePrinting(actions: readonly Action[], files: readonly string[][]) {
  const w = useWords(words);
  const { count, language, todayOn } = useFormats();
  const { isDuplex } = useDuplex();
  return useMutation({
    mutationFn: async () => {
      const byId = new Map(actions.map((action) => [action.id, action]));
      const ask = (ids: readonly string[]) =>
        mergedLetters(
          ids.map((id) => byId.get(id)!),
          isDuplex,
        );
      const left: Refused[] = [];
      for (const [at, part] of files.entries()) {
        const printed = await lettersToPrint(part, { ask, wait });
        left.push(...printed.left);
        if (printed.pdf)
          saveFile(printed.pdf, `${[w.file, todayOn, ...(files.length === 1 ? [] : [at + 1])].join('-')}.pdf`);
      }
      return left;
    },
    onSuccess: (left) => {
      if (left.length === 0) return;
      notifications.show({
        title: count(left.length, w.left, w.leftMany),
        color: 'red',
        withBorder: true,
        autoClose: false,
        message: (
          <Stack gap={2}>
            {left.map((one) => (
              <Text key={one.id}>{refusedSaid(one, actions, language)}</Text>
            ))}
          </Stack>
        ),
      });
    },
    onError: (error) => {
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true });
    },
  });
}
