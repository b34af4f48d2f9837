import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import icon from '../../frame/icon.svg';
import type { SignedIn } from '../../frame/session.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { SignInWays } from './sign-in-ways.tsx';
import { signInWords } from './sign-in-words.ts';
import { WhatCameOfIt } from './what-came-of-it.tsx';

/** Sign-in: by password, by the company's provider, or with one click in the demonstration. */
export function SignInPage({ onIn }: { onIn: (session: SignedIn) => void }) {
  const w = useWords(signInWords);
  const { language, choose } = useLanguage();
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
          <SignInWays onIn={onIn} />
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
