import {
  Anchor,
  Button,
  Divider,
  Group,
  Paper,
  PasswordInput,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { DemoWays } from './demo-ways.tsx';
import { signInWords } from './sign-in-words.ts';

interface Ways {
  password: boolean;
  demo: boolean;
  oidc: { name: string; start_url: string } | null;
}

/** Signing in: by password, by the company's own provider, or with one click in the demonstration. */
export function SignInPage() {
  const w = useWords(signInWords);
  const { language, choose } = useLanguage();
  const { data: ways } = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: async () => (await requestJson('GET', '/v1/session/ways')) as Ways,
    refetchInterval: false,
  });
  const refusal = new URLSearchParams(window.location.search).get('signin');
  return (
    <Stack component="main" align="center" mt="12vh" px="md">
      <Paper withBorder p="xl" w="100%" maw={400} radius="md">
        <Stack gap="md">
          <Group gap="sm">
            <img src="/icon.svg" width={32} height={32} alt="" />
            <Title order={1} size="h2">
              Relance
            </Title>
          </Group>
          <Text c="dimmed">{w.what}</Text>
          {refusal && (
            <Text c="red" role="alert">
              {refusal === 'unknown' ? w.unknown : w.refused}
            </Text>
          )}
          {ways?.demo && <DemoWays />}
          {ways?.demo && <Divider label={w.or} />}
          <PasswordForm />
          {ways?.oidc && (
            <Button component="a" href={ways.oidc.start_url} variant="default" fullWidth>
              {w.with(ways.oidc.name)}
            </Button>
          )}
        </Stack>
      </Paper>
      <Anchor
        component="button"
        size="sm"
        c="dimmed"
        underline="always"
        onClick={() => choose(language === 'fr' ? 'en' : 'fr')}
        lang={language === 'fr' ? 'en' : 'fr'}
      >
        {w.other}
      </Anchor>
    </Stack>
  );
}

function PasswordForm() {
  const w = useWords(signInWords);
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [creditor, setCreditor] = useState<string | null>(null);
  const signIn = useChange({
    run: () => requestJson('POST', '/v1/session', { email, password, ...(creditor ? { creditor } : {}) }),
    onDone: (session) => queries.setQueryData(['session'], session),
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
