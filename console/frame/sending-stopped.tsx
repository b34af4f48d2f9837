import { Alert, Group } from '@mantine/core';
import { useLocation } from 'react-router';
import { useStoppedSending } from '../messages/stopped-lines.ts';
import { waitingWords, whyWaiting } from '../messages/why-waiting.ts';
import { useFormats } from '../words/formats.ts';
import { withColon } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { LightLink } from './light-link.tsx';
import { ATTENTION_PATH } from './pages.ts';

/** Notice above every page while nothing of the company is sent. Anomalies says it at length, and is left out. */
export function SendingStopped() {
  const w = useWords(waitingWords);
  const { instant, count, language } = useFormats();
  const { pathname } = useLocation();
  const line = useStoppedSending();
  if (!line || pathname === ATTENTION_PATH) return null;
  const since = w.lineStoppedSince(instant(line.since_at));
  const why = whyWaiting(line, w);
  return (
    <Alert color="red" variant="light" radius={0} py={8} role="status">
      <Group gap="md">
        <span>
          {why ? withColon(language, since, why) : since}. {count(line.waiting, w.one, w.many)}.
        </span>
        <LightLink to={ATTENTION_PATH} style={{ color: 'inherit' }}>
          {w.see}
        </LightLink>
      </Group>
    </Alert>
  );
}
