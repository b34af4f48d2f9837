import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord } from '../../level/level.ts';
import type { Message } from '../../messages/message.ts';
import { MessageStatus } from '../../messages/message-status.tsx';
import { WaitNote } from '../../messages/wait-note.tsx';
import { useFormats } from '../../words/formats.ts';

/** A message in one line, with a link to it. */
export function MessageLine({ message }: { message: Message }) {
  const { instant, language } = useFormats();
  const numbers = message.invoices.map(({ number }) => number).join(', ');
  return (
    <Group gap="sm" wrap="nowrap" mih={30}>
      <Text c="dimmed" w={170} style={{ flex: 'none' }} className="figures">
        {instant(message.reserved_at)}
      </Text>
      {message.level ? <LevelBadge level={message.level} /> : null}
      <Anchor component={Link} to={`/envois/${message.id}`} size="sm" truncate style={{ flex: 1 }}>
        {(message.third_party ?? message.customer).name}
        {numbers ? ` · ${numbers}` : ''} · {kindWord(message.kind, language)}
        {message.to.length > 0 ? ` · ${message.to.join(', ')}` : ''}
      </Anchor>
      {message.waits ? <WaitNote message={message} /> : <MessageStatus message={message} />}
    </Group>
  );
}
