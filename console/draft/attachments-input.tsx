import { Anchor, CloseButton, FileButton, Button, Group, Input, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { IconPaperclip } from '@tabler/icons-react';
import { requestJson } from '../api/request-json.ts';
import { useChange } from '../api/use-change.ts';
import { useLanguage } from '../words/language.ts';
import { sizeWord } from '../words/size-word.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type ChangeEdits, type DraftEdits, uploadBegun, uploadEnded } from './draft-edits.ts';

/** A file that the API stores for an e-mail. */
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
    tooLarge: (name: string, size: string) => `${name} n’a pas été joint\u00a0: ${size}, 1\u00a0Mo au plus.`,
  },
  {
    label: 'Attachments',
    hint: 'The letter is always attached as a PDF. 1 MB a file at most, ten files.',
    add: 'Attach a file',
    remove: (name: string) => `Remove ${name}`,
    tooLarge: (name: string, size: string) => `${name} was not attached: ${size}, 1 MB at most.`,
  },
);

const TYPES = 'application/pdf,image/png,image/jpeg,image/gif,image/webp,text/plain,text/csv,.docx,.xlsx,.zip';
const MOST = 10;
/** The API’s limit for one file. */
const LARGEST_BYTES = 1_000_000;

interface AttachmentsInputProps {
  edits: DraftEdits;
  change: ChangeEdits;
}

/** Attachments of the e-mail, besides the letter. A failed upload shows a notice wherever the user is by then. */
export function AttachmentsInput({ edits, change }: AttachmentsInputProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const [tooLarge, setTooLarge] = useState<File | null>(null);
  const add = useChange({
    run: async (file: File) => {
      const key = crypto.randomUUID();
      const path = `/v1/attachments?filename=${encodeURIComponent(file.name)}`;
      change((now) => uploadBegun(now, key));
      let attached: Attached | null = null;
      try {
        attached = (await requestJson('POST', path, file, file.type || 'application/octet-stream')) as Attached;
      } finally {
        change((now) => uploadEnded(now, key, attached));
      }
    },
  });
  const choose = (file: File | null) => {
    if (!file) return;
    setTooLarge(file.size > LARGEST_BYTES ? file : null);
    if (file.size <= LARGEST_BYTES) add.mutate(file);
  };
  const { attachments, uploads = [] } = edits;
  return (
    <Input.Wrapper
      label={w.label}
      description={w.hint}
      error={tooLarge && w.tooLarge(tooLarge.name, sizeWord(tooLarge.size, language))}
      labelElement="div"
      size="sm"
    >
      <Stack gap={4} mt={4} align="flex-start">
        {attachments.map((file) => (
          <Group key={file.id} gap={6}>
            <Anchor href={`/v1/attachments/${file.id}`} target="_blank" rel="noreferrer" size="sm">
              {file.filename}
            </Anchor>
            <Text c="dimmed" size="xs">
              {sizeWord(file.size, language)}
            </Text>
            <CloseButton
              size="xs"
              aria-label={w.remove(file.filename)}
              onClick={() =>
                change((now) => ({ ...now, attachments: now.attachments.filter(({ id }) => id !== file.id) }))
              }
            />
          </Group>
        ))}
        <FileButton onChange={choose} accept={TYPES}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
              loading={uploads.length > 0}
              disabled={attachments.length + uploads.length >= MOST}
            >
              {w.add}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Input.Wrapper>
  );
}
