import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { answerOf, api } from '../api/client.ts';
import { isAway } from '../api/problem.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { problemSentence } from '../states/problem-sentence.ts';
import { type Language, useLanguage } from '../words/language.ts';

/** What a person changed before he confirmed. */
export interface ConfirmBody {
  subject?: string;
  body_html?: string;
  recipients?: string[];
  attachments?: string[];
  comment?: string;
}

interface Confirmation {
  id: string;
  /** How it is called where it is refused: « Relance R2 par courriel – Martin ». */
  name: string;
  body: ConfirmBody;
}

const SAID = {
  fr: { done: (name: string) => `Parti\u00a0: ${name}`, again: 'Réessayer', look: 'Ouvrir' },
  en: { done: (name: string) => `Left: ${name}`, again: 'Try again', look: 'Open' },
};

/**
 * Confirms, whether the person still looks at it or has gone on to the next one: what is refused says so with its name, and can be
 * opened again; what has no verdict yet is asked for again under the same key.
 */
export function useConfirm(open: (id: string) => void) {
  const { language } = useLanguage();
  const confirm = useChange<Confirmation, unknown>({
    run: async ({ id, name, body }) => {
      try {
        return await sendOnce(['confirm', id, body], (header) =>
          answerOf(api.POST('/v1/actions/{id}/confirm', { params: { path: { id }, header }, body })),
        );
      } catch (error) {
        const again = isAway(error) ? () => confirm.mutate({ id, name, body }) : () => open(id);
        sayRefused(name, error, again, language);
        throw error;
      }
    },
    done: (_, { name }) => SAID[language].done(name),
    showsError: true,
  });
  return confirm;
}

function sayRefused(name: string, error: unknown, act: () => void, language: Language): void {
  const { title, text } = problemSentence(error, language);
  const id = notifications.show({
    title: `${title} · ${name}`,
    color: 'red',
    withBorder: true,
    autoClose: false,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{text}</Text>
        <Button
          variant="default"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {isAway(error) ? SAID[language].again : SAID[language].look}
        </Button>
      </Group>
    ),
  });
}
