import { Anchor, Stack, Text } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import { providerAddress } from './provider-address.ts';
import { signInWords } from './sign-in-words.ts';

/** After returning from the company's provider: why sign-in failed, or the companies to choose from. */
export function WhatCameOfIt() {
  const w = useWords(signInWords);
  const params = new URLSearchParams(window.location.search);
  const came = params.get('signin');
  if (!came) return null;
  if (came !== 'which_creditor') {
    return (
      <Text c="red" role="alert">
        {came === 'unknown' ? w.unknown : w.refused}
      </Text>
    );
  }
  return (
    <Stack gap={4} role="alert">
      <Text>{w.which}</Text>
      {(params.get('creditors') ?? '').split(',').map((slug) => (
        <Anchor key={slug} size="sm" href={providerAddress('/v1/session/oidc/start', window.location, slug)}>
          {slug}
        </Anchor>
      ))}
    </Stack>
  );
}
