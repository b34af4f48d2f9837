import type { useProviders } from './use-providers.ts';

type Providers = NonNullable<ReturnType<typeof useProviders>['data']>;
export type PrintOffer = Pick<Providers, 'print'>;

export interface Sending {
  kind: string;
  letter_kind: string | null;
}

/**
 * Whether confirming makes a letter that a person prints and posts, because no provider takes this kind. False until
 * the providers are loaded.
 */
export function isPrintedHere(providers: PrintOffer | undefined, { kind, letter_kind }: Sending): boolean {
  if (kind !== 'letter' || !providers) return false;
  return !providers.print?.letter_kinds.includes(letter_kind ?? 'simple');
}
