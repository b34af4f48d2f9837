import { Stack, Title } from '@mantine/core';
import { isUncertain, type Message } from '../../messages/message.ts';
import classes from '../../messages/message.module.css';
import { PreviewFrame } from '../../preview/preview-frame.tsx';
import { useWords } from '../../words/words.ts';
import { drawerWords } from './drawer-words.ts';

/**
 * The HTML of the e-mail in a sandbox: it runs no script, fetches nothing and sends nothing. A letter has its PDF
 * instead.
 */
export function MessageText({ message }: { message: Message }) {
  const w = useWords(drawerWords);
  if (!message.sha256.html) return null;
  const title = w.mail[howFar(message)];
  return (
    <Stack gap={6}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <PreviewFrame className={classes.page} title={title} src={`/v1/messages/${message.id}/html`} sandbox="" />
    </Stack>
  );
}

/** Only what a provider has accepted has left. */
function howFar({ status, sent_at: sentAt }: Message): 'left' | 'toCome' | 'perhaps' | 'kept' {
  if (sentAt) return 'left';
  if (isUncertain({ status })) return 'perhaps';
  return status === 'cancelled' || status === 'failed' ? 'kept' : 'toCome';
}
