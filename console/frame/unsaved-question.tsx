import { Button, Group, Stack, Text } from '@mantine/core';
import { PlainDialog } from './plain-dialog.tsx';

interface UnsavedQuestionProps {
  says: { title: string; text: string; stay: string; leave: string };
  stay: () => void;
  leave: () => void;
}

/** Asks whether unsaved input may be discarded. Enter and Esc keep it. */
export function UnsavedQuestion({ says, stay, leave }: UnsavedQuestionProps) {
  return (
    <PlainDialog onClose={stay} title={says.title}>
      <Stack>
        <Text>{says.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {says.leave}
          </Button>
          <Button onClick={stay} data-autofocus>
            {says.stay}
          </Button>
        </Group>
      </Stack>
    </PlainDialog>
  );
}
