import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import type { Asked } from './use-anomalies.ts';

/**
 * A message that did not arrive, or whose outcome is unknown, while no case waits for it: a statement, an
 * acknowledgement, an internal e-mail.
 */
export function MessageAnomaly({ action }: { action: Asked }) {
  const w = useWords(attentionWords);
  const { day } = useFormats();
  const params = { path: { id: action.id } };
  const again = useChange({
    run: () => answerOf(api.POST('/v1/actions/{id}/confirm', { params, body: {} })),
    done: () => w.messageSentAgain,
  });
  const leave = useChange({
    run: () => answerOf(api.POST('/v1/actions/{id}/complete', { params, body: {} })),
    done: () => w.messageLeft,
  });
  // Resolved when the user says whether the message was sent, further up on the page.
  const isUncertain = action.attention_code === 'ambiguous_sending';
  const numbers = action.invoices.map(({ number }) => number).join(', ');
  return (
    <article className={classes.card} aria-label={action.reason ?? action.text}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Text>{action.reason ?? action.text}</Text>
            <Text c="dimmed">{[numbers, w.since(day(action.due_at))].filter(Boolean).join(' · ')}</Text>
          </div>
          {action.message_id && (
            <Anchor component={Link} to={`/envois/${action.message_id}`} size="sm" style={{ flex: 'none' }}>
              {w.openMessage}
            </Anchor>
          )}
        </Group>
        {!isUncertain && (
          <Group gap="sm">
            <Button loading={again.isPending} onClick={() => again.mutate(undefined)}>
              {w.sendAgain}
            </Button>
            <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {w.leave}
            </Button>
          </Group>
        )}
      </Stack>
    </article>
  );
}
