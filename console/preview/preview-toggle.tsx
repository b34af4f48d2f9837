import { Button, Stack } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  { show: 'Aperçu de ce qui partira', hide: 'Fermer l’aperçu' },
  { show: 'Preview of what will leave', hide: 'Close the preview' },
);

/** A preview that is drawn when it is opened. */
export function PreviewToggle({ children }: { children: ReactNode }) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="xs" align="stretch" mt="xs">
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconEye size={15} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? w.hide : w.show}
      </Button>
      {isOpen && children}
    </Stack>
  );
}
