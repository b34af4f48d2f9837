import type { Connection } from '@temporalio/client';

/** What the workflows show of themselves in lists, by the type that the Temporal CLI gives it. */
export const searchAttributes = {
  DunningStatus: 'Keyword',
  DunningLevel: 'Int',
  CustomerId: 'Keyword',
  Collector: 'Keyword',
  NextActionAt: 'Datetime',
  BalanceCents: 'Int',
} as const;

// Temporal's protocol numbers them (IndexedValueType).
const types = { Keyword: 2, Int: 3, Datetime: 6 };

/**
 * Adds the search attributes that a namespace of somebody else's server lacks. Returns a sentence when some are missing and
 * may not be added (Temporal Cloud: by its own console only), null when all are there.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<string | null> {
  let missing: string[] = Object.keys(searchAttributes);
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    missing = missing.filter((name) => !(name in (customAttributes ?? {})));
    if (missing.length === 0) return null;
    const toAdd = Object.entries(searchAttributes).filter(([name]) => missing.includes(name));
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(toAdd.map(([name, type]) => [name, types[type]])),
    });
    return null;
  } catch (error) {
    const list = missing
      .map((name) => `${name} (${searchAttributes[name as keyof typeof searchAttributes]})`)
      .join(', ');
    return `The namespace ${namespace} lacks search attributes and they could not be added (${(error as Error).message}); add them yourself: ${list}.`;
  }
}
