import { notifications } from '@mantine/notifications';
import { problemSentence } from '../states/problem-sentence.ts';
import { useLanguage } from '../words/language.ts';

/** Says in a notice why something could not be loaded. */
export function useSayProblem(): (error: unknown) => void {
  const { language } = useLanguage();
  return (error) => {
    const { title, text } = problemSentence(error, language);
    notifications.show({ title, message: text, color: 'red', withBorder: true });
  };
}
