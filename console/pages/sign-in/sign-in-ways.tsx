import { Button, Divider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { SignedIn } from '../../frame/session.ts';
import { useWords } from '../../words/words.ts';
import { DemoWays } from './demo-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { providerAddress } from './provider-address.ts';
import { signInWords } from './sign-in-words.ts';

interface SignInWaysProps {
  onIn: (session: SignedIn) => void;
  /** Keeps what is open in this window: the provider's sign-in opens in another window, and this one detects it. */
  isBeside?: boolean;
}

/** By one click in the demonstration, by password, or by the company's provider. */
export function SignInWays({ onIn, isBeside = false }: SignInWaysProps) {
  const w = useWords(signInWords);
  const { data: ways } = useQuery({
    queryKey: ['session', 'ways'],
    queryFn: () => answerOf(api.GET('/v1/session/ways')),
    refetchInterval: false,
  });
  return (
    <>
      {ways?.demo && <DemoWays onIn={onIn} />}
      {ways?.demo && <Divider label={w.or} />}
      <PasswordForm onIn={onIn} />
      {ways?.oidc && (
        <Button
          component="a"
          href={providerAddress(ways.oidc.start_url, window.location)}
          variant="default"
          fullWidth
          {...(isBeside ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {w.with(ways.oidc.name)}
        </Button>
      )}
    </>
  );
}
