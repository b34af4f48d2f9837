import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLanguage } from '../words/language.ts';
import { problemSentence } from './problem-sentence.ts';

/** In a dialog: why the request was refused. Renders nothing without an error. */
export function ProblemNote({ error }: { error: unknown }) {
  const { language } = useLanguage();
  if (!error) return null;
  const { title, text } = problemSentence(error, language);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={title} role="alert">
      {text}
    </Alert>
  );
}
