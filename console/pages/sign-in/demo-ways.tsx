import { Button, Stack, Text } from '@mantine/core';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import type { SignedIn } from '../../frame/session.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useWords } from '../../words/words.ts';
import { signInWords } from './sign-in-words.ts';

const ROLES = ['supervisor', 'collector', 'admin'] as const;

/** Sign-in with one click for each role, only in the demonstration. */
export function DemoWays({ onIn }: { onIn: (session: SignedIn) => void }) {
  const w = useWords(signInWords);
  const signIn = useChange({
    run: (role: (typeof ROLES)[number]) => answerOf(api.POST('/v1/session/demo', { body: { role } })),
    onDone: onIn,
    showsError: true,
  });
  return (
    <Stack gap="xs">
      <Text fw={600}>{w.demo}</Text>
      {ROLES.map((role) => (
        <Button
          key={role}
          size="sm"
          variant={role === 'supervisor' ? 'filled' : 'default'}
          loading={signIn.isPending && signIn.variables === role}
          disabled={signIn.isPending && signIn.variables !== role}
          onClick={() => signIn.mutate(role)}
        >
          {w[role]}
        </Button>
      ))}
      <ProblemNote error={signIn.error} />
    </Stack>
  );
}
