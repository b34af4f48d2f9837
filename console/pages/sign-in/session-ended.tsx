import { Stack, Text } from '@mantine/core';
import { PlainDialog } from '../../frame/plain-dialog.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { SignedIn } from '../../frame/session.ts';
import { SignInWays } from './sign-in-ways.tsx';

const words = defineWords(
  {
    title: 'Votre session a pris fin',
    kept: (name: string | null) =>
      `Rien de ce que vous avez saisi n’est perdu, et rien n’a été enregistré depuis\u00a0: reconnectez-vous${name ? ` (${name})` : ''} pour continuer où vous en étiez.`,
    other: 'Une autre personne repart d’une page neuve.',
  },
  {
    title: 'Your session has ended',
    kept: (name: string | null) =>
      `Nothing that you typed is lost, and nothing was saved since: sign in again${name ? ` (${name})` : ''} to go on where you were.`,
    other: 'Somebody else begins on a fresh page.',
  },
);

/** Above all dialogs, which keep what was typed. */
const ABOVE_DIALOGS = 1_000;
/** The user may have signed out in another window: hide the page. */
const NOTHING_SEEN = { color: 'var(--mantine-color-body)', backgroundOpacity: 1 };

/** Covers the page once the session has ended. Signing in again continues it. */
export function SessionEnded({ name, onIn }: { name: string | null; onIn: (session: SignedIn) => void }) {
  const w = useWords(words);
  return (
    <PlainDialog
      onClose={() => undefined}
      title={w.title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={ABOVE_DIALOGS}
      overlayProps={NOTHING_SEEN}
    >
      <Stack gap="md">
        <Text role="alert">{w.kept(name)}</Text>
        <Text c="dimmed">{w.other}</Text>
        <SignInWays onIn={onIn} isBeside />
      </Stack>
    </PlainDialog>
  );
}
