import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { currentLanguage } from '../words/language.ts';

interface Undoable {
  /** What was done, e.g. « FA-12 mis au contentieux ». */
  said: string;
  undo: () => void;
}

const UNDO = { fr: 'Annuler', en: 'Undo' };

let last: { undoable: Undoable; notification: string } | null = null;

/** Says what was done and offers to take it back, by its button or by Z. Never for a sending: what has left has left. */
export function offerUndo(undoable: Undoable): void {
  const notification = notifications.show({
    withBorder: true,
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{undoable.said}</Text>
        <Button variant="default" onClick={undoLast} rightSection="Z">
          {UNDO[currentLanguage()]}
        </Button>
      </Group>
    ),
    onClose: () => {
      if (last?.undoable === undoable) last = null;
    },
  });
  last = { undoable, notification };
}

/** `Z`: takes back what was done last, if that can be. */
export function undoLast(): void {
  if (!last) return;
  const { undoable, notification } = last;
  last = null;
  notifications.hide(notification);
  undoable.undo();
}
