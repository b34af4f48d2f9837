import type { useProviders } from './use-providers.ts';

type Providers = NonNullable<ReturnType<typeof useProviders>['data']>;

interface Sending {
  kind: string;
  letter_kind: string | null;
}

/** Whether confirming makes a letter that a person prints and posts, since no provider takes such ones; no while that is not known. */
export function isPrintedHere(
  providers: Pick<Providers, 'print'> | undefined,
  { kind, letter_kind }: Sending,
): boolean {
  if (kind !== 'letter' || !providers) return false;
  return !providers.print?.letter_kinds.includes(letter_kind ?? 'simple');
}
