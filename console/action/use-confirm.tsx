import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { isAway } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { MadeLetterLink } from '../messages/made-letter.tsx';
import { howItLeaves } from '../providers/how-it-leaves.ts';
import { useProviders } from '../providers/use-providers.ts';
import { problemSentence } from '../states/problem-sentence.ts';
import { type Language, useLanguage } from '../words/language.ts';
import type { Action } from './action-data.ts';
import { confirmAction, type ConfirmBody } from './confirm-action.ts';
import { confirmedSaid } from './confirmed-said.ts';

interface Confirmation {
  /** The notice of a refusal names the action by its text: « Relance R2 par courriel – Martin ». */
  action: Action;
  body: ConfirmBody;
}

const SAID = {
  fr: {
    printed: 'Courrier édité\u00a0: à imprimer et à poster',
    letter: 'Ouvrir le courrier',
    again: 'Réessayer',
    look: 'Ouvrir',
  },
  en: {
    printed: 'Letter made: to be printed and posted',
    letter: 'Open the letter',
    again: 'Try again',
    look: 'Open',
  },
};

/**
 * Confirms an action, even when the user has moved on to the next one. A refusal is shown with the action's name and
 * can be opened. When there was no verdict, trying again uses the same idempotency key.
 */
export function useConfirm(open: (id: string) => void) {
  const { language } = useLanguage();
  const { data: providers } = useProviders();
  const confirm = useChange<Confirmation, Action>({
    run: async ({ action, body }) => {
      const { id, text: name } = action;
      try {
        return await confirmAction(id, body);
      } catch (error) {
        const again = isAway(error) ? () => confirm.mutate({ action, body }) : () => open(id);
        sayRefused(name, error, again, language);
        throw error;
      }
    },
    done: (_, { action }) => confirmedSaid(action, howItLeaves(providers, action), language) ?? undefined,
    onDone: ({ message_id: messageId }, { action }) => {
      const isSaid = confirmedSaid(action, howItLeaves(providers, action), language) !== null;
      if (!isSaid) sayPrinted(action.text, messageId, language);
    },
    showsError: 'always',
  });
  return confirm;
}

/** Notice about a letter that has to be printed and posted, with a link that opens it. */
function sayPrinted(name: string, messageId: string | null, language: Language): void {
  const w = SAID[language];
  notifications.show({
    title: w.printed,
    withBorder: true,
    autoClose: 12_000,
    message: (
      <Text>
        {name} {messageId && <MadeLetterLink messageId={messageId} label={w.letter} />}
      </Text>
    ),
  });
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
        <Text miw={0}>{text}</Text>
        <Button
          variant="default"
          flex="none"
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
