import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Action } from '../../../action/action-data.ts';
import { problemSentence } from '../../../states/problem-sentence.ts';
import type { Language } from '../../../words/language.ts';
import { counted } from '../../../words/words.ts';
import type { Progress } from './in-portions.ts';
import { refusedSaid, refusedWords } from './refused-said.ts';

const SAID = {
  fr: {
    untouched: 'action n’a pas été traitée, rien n’a changé pour elle.',
    untouchedMany: 'actions n’ont pas été traitées, rien n’a changé pour elles.',
    unknown: 'De celles qui étaient en cours, l’agenda dit ce qu’il en est.',
  },
  en: {
    untouched: 'action was not dealt with, nothing changed for it.',
    untouchedMany: 'actions were not dealt with, nothing changed for them.',
    unknown: 'Of those that were under way, the agenda says what became of them.',
  },
};

interface EndOfBulk extends Progress {
  chosen: readonly Pick<Action, 'id' | 'text'>[];
  said: string;
  /** The error of a portion without an answer, where it stopped. */
  error: unknown;
}

/**
 * Notice about decisions that went on after the dialog was left. When some were refused or left over, it stays until it
 * is read.
 */
export function sayEndOfBulk({ chosen, answered, refused, said, error }: EndOfBulk, language: Language): void {
  const w = SAID[language];
  const r = refusedWords[language];
  const left = chosen.length - answered;
  const problem = error === undefined ? null : problemSentence(error, language);
  notifications.show({
    title: problem?.title ?? said,
    ...(problem ? { color: 'red' } : {}),
    withBorder: true,
    autoClose: refused.length > 0 || left > 0 ? false : 12_000,
    message: (
      <Stack gap={2}>
        {problem && (
          <Text>
            {said} {problem.text}
          </Text>
        )}
        {left > 0 && (
          <Text>
            {counted(language, left, w.untouched, w.untouchedMany)} {problem && w.unknown}
          </Text>
        )}
        {refused.length > 0 && <Text fw={600}>{counted(language, refused.length, r.one, r.many)}</Text>}
        {refused.map((one) => (
          <Text key={one.id}>{refusedSaid(one, chosen, language)}</Text>
        ))}
      </Stack>
    ),
  });
}
