import type { Connection } from '@temporalio/client';
import {
  inWords,
  missingSearchAttributes,
  SEARCH_ATTRIBUTE_NAMES,
  searchAttributeType,
} from '../../temporal/search-attributes.ts';

// Temporal's protocol numbers them (IndexedValueType).
const types = { Keyword: 2, Int: 3, Datetime: 6 };

/**
 * Adds the search attributes that a namespace of somebody else's server lacks. Returns a sentence when some are missing and
 * may not be added (Temporal Cloud: by its own console only), null when all are there.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<string | null> {
  let missing = SEARCH_ATTRIBUTE_NAMES;
  try {
    missing = await missingSearchAttributes(connection, namespace);
    if (missing.length === 0) return null;
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, types[searchAttributeType(name)]])),
    });
    return null;
  } catch (error) {
    return `The namespace ${namespace} lacks search attributes and they could not be added (${(error as Error).message}); add them yourself: ${inWords(missing)}.`;
  }
}
