import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Message } from '../../messages/message.ts';
import { WaitNote } from '../../messages/wait-note.tsx';
import { useSession } from '../../frame/session.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';

/** Notice above everything else: no message of the company is sent until the cause is fixed. */
export function StoppedLine({ waiting, count: all }: { waiting: readonly Message[]; count: number }) {
  const w = useWords(attentionWords);
  const { count } = useFormats();
  const { isSupervisor } = useSession();
  const stopped = waiting.find(({ waits }) => waits?.line_stopped);
  if (!stopped) return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconPlayerPause size={18} />}
      title={w.line(count(all, w.one, w.many))}
      role="alert"
    >
      <Group justify="space-between" align="flex-start">
        <div>
          <WaitNote message={stopped} />
          <Text>{w.lineHint}</Text>
        </div>
        {isSupervisor && (
          <Button component={Link} to="/reglages" variant="default">
            {w.settings}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
