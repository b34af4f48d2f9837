import { Button, Group } from '@mantine/core';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import type { Message } from '../../messages/message.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';
import { MessageLine } from './message-line.tsx';

/**
 * An e-mail that bounced temporarily. It disappears when the address accepts e-mail again, or when a person dismisses
 * it.
 */
export function ReturnedMessage({ message }: { message: Message }) {
  const w = useWords(attentionWords);
  const dismiss = useChange({
    run: () => answerOf(api.POST('/v1/messages/{id}/dismiss', { params: { path: { id: message.id } } })),
    done: () => w.filed,
  });
  return (
    <Group gap="sm" wrap="nowrap">
      <div style={{ flex: 1, minWidth: 0 }}>
        <MessageLine message={message} />
      </div>
      <Button variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
        {w.file}
      </Button>
    </Group>
  );
}
