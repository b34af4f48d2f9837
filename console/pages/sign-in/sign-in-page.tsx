import { Anchor, Button, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import icon from '../../frame/icon.svg';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { DemoWays } from './demo-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { signInWords } from './sign-in-words.ts';
import { WhatCameOfIt } from './what-came-of-it.tsx';

/** Signing in: by password, by the company's own provider, or with one click in the demonstration. */
export function SignInPage() {
  const w = useWords(signInWords);
  const { language, choose } = useLanguage();
  const { data: ways } = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: () => answerOf(api.GET('/v1/session/ways')),
    refetchInterval: false,
  });
  return (
    <Stack component="main" align="center" mt="12vh" px="md">
      <Paper withBorder p="xl" w="100%" maw={400} radius="md">
        <Stack gap="md">
          <Group gap="sm">
            <img src={icon} width={32} height={32} alt="" />
            <Title order={1} size="h2">
              Relance
            </Title>
          </Group>
          <Text c="dimmed">{w.what}</Text>
          <WhatCameOfIt />
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
