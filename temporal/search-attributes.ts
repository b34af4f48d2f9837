import type { Client } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes.ts';

type SearchAttribute = keyof typeof SEARCH_ATTRIBUTES;

export const SEARCH_ATTRIBUTE_NAMES = Object.keys(SEARCH_ATTRIBUTES) as SearchAttribute[];

const CLI_TYPES = { KEYWORD: 'Keyword', INT: 'Int', DATETIME: 'Datetime' } as const;

/** What type an attribute has, in the Temporal CLI's word. */
export const searchAttributeType = (name: SearchAttribute) => CLI_TYPES[SEARCH_ATTRIBUTES[name].type];

/** Which of them a namespace does not know: Temporal starts no case there. Throws where it may not be asked. */
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
