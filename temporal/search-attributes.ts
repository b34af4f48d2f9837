import type { Client } from '@temporalio/client';

/** What the workflows show of themselves in lists, by the type that the Temporal CLI gives it. */
export const searchAttributes = {
  DunningStatus: 'Keyword',
  DunningLevel: 'Int',
  CustomerId: 'Keyword',
  Collector: 'Keyword',
  NextActionAt: 'Datetime',
  BalanceCents: 'Int',
} as const;

export type SearchAttribute = keyof typeof searchAttributes;

/** Which of them a namespace does not know: Temporal starts no case there. Throws where it may not be asked. */
export async function missingSearchAttributes(
  { operatorService }: Pick<Client['connection'], 'operatorService'>,
  namespace: string,
): Promise<SearchAttribute[]> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const known = new Set(Object.keys(customAttributes ?? {}));
  return (Object.keys(searchAttributes) as SearchAttribute[]).filter((name) => !known.has(name));
}

/** `CustomerId (Keyword), BalanceCents (Int)` */
export const inWords = (names: readonly SearchAttribute[]): string =>
  names.map((name) => `${name} (${searchAttributes[name]})`).join(', ');
