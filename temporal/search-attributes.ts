import type { Client } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes.ts';

type SearchAttribute = keyof typeof SEARCH_ATTRIBUTES;

export const SEARCH_ATTRIBUTE_NAMES = Object.keys(SEARCH_ATTRIBUTES) as SearchAttribute[];

const CLI_TYPES = { KEYWORD: 'Keyword', INT: 'Int', DATETIME: 'Datetime' } as const;

/** The type of an attribute, as the Temporal CLI names it. */
export const searchAttributeType = (name: SearchAttribute) => CLI_TYPES[SEARCH_ATTRIBUTES[name].type];

/**
 * The search attributes that a namespace lacks: Temporal starts no case without them. Throws when the client may not
 * ask.
 */
export async function missingSearchAttributes(
  { operatorService }: Pick<Client['connection'], 'operatorService'>,
  namespace: string,
): Promise<SearchAttribute[]> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const known = new Set(Object.keys(customAttributes ?? {}));
  return SEARCH_ATTRIBUTE_NAMES.filter((name) => !known.has(name));
}

/** `CustomerId (Keyword), BalanceCents (Int)` */
export const inWords = (names: readonly SearchAttribute[]): string =>
  names.map((name) => `${name} (${searchAttributeType(name)})`).join(', ');
