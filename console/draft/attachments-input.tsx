import { Anchor, CloseButton, FileButton, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { requestJson } from '../api/request-json.ts';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { defineWords, useWords } from '../words/words.ts';

/** A file that the API keeps for a mail. */
export interface Attached {
  id: string;
  filename: string;
  size: number;
}

const words = defineWords(
  {
    label: 'Pièces jointes',
    hint: 'Le courrier en PDF est toujours joint. 1\u00a0Mo au plus par fichier, dix fichiers.',
    add: 'Joindre un fichier',
    remove: (name: string) => `Retirer ${name}`,
    kb: (size: string) => `${size}\u00a0Ko`,
  },
  {
    label: 'Attachments',
    hint: 'The letter is always attached as a PDF. 1 MB a file at most, ten files.',
    add: 'Attach a file',
    remove: (name: string) => `Remove ${name}`,
    kb: (size: string) => `${size} kB`,
  },
);

const TYPES = 'application/pdf,image/png,image/jpeg,image/gif,image/webp,text/plain,text/csv,.docx,.xlsx,.zip';
const MOST = 10;

interface AttachmentsInputProps {
  value: Attached[];
  onChange: (files: Attached[]) => void;
}

/** Files that go with the mail, besides the letter itself. */
export function AttachmentsInput({ value, onChange }: AttachmentsInputProps) {
  const w = useWords(words);
  const add = useChange({
    run: async (file: File) => {
      const path = `/v1/attachments?filename=${encodeURIComponent(file.name)}`;
      return (await requestJson('POST', path, file, file.type || 'application/octet-stream')) as Attached;
    },
    onDone: (attached) => onChange([...value, attached]),
    showsError: true,
  });
  return (
    <Input.Wrapper label={w.label} description={w.hint} labelElement="div" size="sm">
      <Stack gap={4} mt={4} align="flex-start">
        {value.map((file) => (
          <Group key={file.id} gap={6}>
            <Anchor href={`/v1/attachments/${file.id}`} target="_blank" rel="noreferrer" size="sm">
              {file.filename}
            </Anchor>
            <Text c="dimmed" size="xs">
              {w.kb(String(Math.max(1, Math.round(file.size / 1000))))}
            </Text>
            <CloseButton
              size="xs"
              aria-label={w.remove(file.filename)}
              onClick={() => onChange(value.filter(({ id }) => id !== file.id))}
            />
          </Group>
        ))}
        <FileButton onChange={(file) => file && add.mutate(file)} accept={TYPES}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
              loading={add.isPending}
              disabled={value.length >= MOST}
            >
              {w.add}
            </Button>
          )}
        </FileButton>
        <ProblemNote error={add.error} />
      </Stack>
    </Input.Wrapper>
  );
}
