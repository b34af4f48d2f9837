import { Text } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';
import { PreviewFrame } from './preview-frame.tsx';

const words = defineWords(
  {
    to: (whom: string) => `À\u00a0: ${whom}`,
    subject: (text: string) => `Objet\u00a0: ${text}`,
    message: 'Aperçu du message',
  },
  {
    to: (whom: string) => `To: ${whom}`,
    subject: (text: string) => `Subject: ${text}`,
    message: 'Preview of the message',
  },
);

interface MailShownProps {
  recipients: readonly string[];
  subject: string;
  /** Null for a letter. */
  html: string | null;
}

/** A message as it would be sent: recipients, subject, and its body in a frame without scripts. */
export function MailShown({ recipients, subject, html }: MailShownProps) {
  const w = useWords(words);
  return (
    <>
      {recipients.length > 0 && <Text size="sm">{w.to(recipients.join(', '))}</Text>}
      <Text size="sm">{w.subject(subject)}</Text>
      {html !== null && (
        <PreviewFrame
          title={w.message}
          sandbox=""
          srcDoc={html}
          style={{ width: '100%', height: 320, border: '1px solid var(--line)' }}
        />
      )}
    </>
  );
}
