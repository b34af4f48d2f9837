import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../../frame/session.ts';
import { useStoppedSending } from '../../messages/stopped-lines.ts';
import { waitingWords, whyWaiting } from '../../messages/why-waiting.ts';
import { useFormats } from '../../words/formats.ts';
import { withColon } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';

/** Notice above everything else: no message of the company is sent until the cause is fixed. */
export function StoppedLine() {
  const w = useWords(attentionWords);
  const s = useWords(waitingWords);
  const { count, instant, language } = useFormats();
  const { isSupervisor } = useSession();
  const line = useStoppedSending();
  if (!line) return null;
  const why = whyWaiting(line, s);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconPlayerPause size={18} />}
      title={`${s.lineStoppedSince(instant(line.since_at))}.`}
      role="alert"
    >
      <Group justify="space-between" align="flex-start">
        <div>
          <Text>
            {why && `${withColon(language, w.cause, why)}. `}
            {line.next_try_at && s.tryAgain(instant(line.next_try_at))}
          </Text>
          <Text>
            {count(line.waiting, s.one, s.many)}. {s.nothingLost}
          </Text>
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
