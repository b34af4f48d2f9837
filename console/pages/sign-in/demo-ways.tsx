import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { enter } from '../../frame/session-query.ts';
import { useWords } from '../../words/words.ts';
import { signInWords } from './sign-in-words.ts';

const ROLES = ['supervisor', 'collector', 'admin'] as const;

/** One click for each role, in the demonstration alone. */
export function DemoWays() {
  const w = useWords(signInWords);
  const queries = useQueryClient();
  const signIn = useChange({
    run: (role: (typeof ROLES)[number]) => answerOf(api.POST('/v1/session/demo', { body: { role } })),
    onDone: (session) => enter(queries, session),
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
          onClick={() => signIn.mutate(role)}
        >
          {w[role]}
        </Button>
      ))}
    </Stack>
  );
}
