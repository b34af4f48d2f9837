import { Button, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import type { SignedIn } from '../../frame/session.ts';
import { useWords } from '../../words/words.ts';
import { signInWords } from './sign-in-words.ts';

/** The list must be above the dialog that asks to sign in again, which is above all others. */
const ABOVE_ALL = 1_100;

/** Sign-in with a password. When several companies match, the user chooses one. */
export function PasswordForm({ onIn }: { onIn: (session: SignedIn) => void }) {
  const w = useWords(signInWords);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [creditor, setCreditor] = useState<string | null>(null);
  const signIn = useChange({
    run: () => answerOf(api.POST('/v1/session', { body: { email, password, ...(creditor ? { creditor } : {}) } })),
    onDone: onIn,
    showsError: true,
  });
  const { error } = signIn;
  const creditors = error instanceof ApiProblem && error.code === 'which_creditor' ? error.errors : [];
  const isWrong = error instanceof ApiProblem && error.code === 'sign_in_failed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(undefined);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={w.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={w.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {creditors.length > 0 && (
          <Select
            label={w.creditor}
            data={creditors.map(({ fix, detail }) => ({ value: fix, label: detail }))}
            value={creditor}
            onChange={setCreditor}
            comboboxProps={{ zIndex: ABOVE_ALL }}
            required
          />
        )}
        {isWrong && (
          <Text c="red" role="alert">
            {w.wrong}
          </Text>
        )}
        {!isWrong && creditors.length === 0 && <ProblemNote error={error} />}
        <Button type="submit" size="sm" loading={signIn.isPending}>
          {w.signIn}
        </Button>
      </Stack>
    </form>
  );
}
