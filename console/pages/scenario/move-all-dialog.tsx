import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '../../frame/dialog.tsx';
import { useWords } from '../../words/words.ts';
import { scenarioWords } from './scenario-words.ts';

interface MoveAllDialogProps {
  /** « 12 dossiers » */
  cases: string;
  version: number;
  move: () => void;
  isMoving: boolean;
  close: () => void;
}

/** Says what moving all cases changes, before doing it. */
export function MoveAllDialog({ cases, version, move, isMoving, close }: MoveAllDialogProps) {
  const w = useWords(scenarioWords);
  return (
    <Dialog onClose={close} title={w.moveAllTitle}>
      <Stack>
        <Text>{w.moveAllText(cases, version)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {w.cancel}
          </Button>
          <Button onClick={move} loading={isMoving} data-autofocus>
            {w.moveAll(cases)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
