import { Button, Stack, Text, Title } from '@mantine/core';
import { useLanguage } from '../words/language.ts';
import { problemSentence } from './problem-sentence.ts';

/** Shown when loading failed: what happened, and a button to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { language } = useLanguage();
  const { title, text } = problemSentence(error, language);
  return (
    <Stack align="flex-start" gap="xs" p="lg" role="alert" maw={560}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text>{text}</Text>
      {retry && <Button onClick={retry}>{language === 'fr' ? 'Réessayer' : 'Try again'}</Button>}
    </Stack>
  );
}
