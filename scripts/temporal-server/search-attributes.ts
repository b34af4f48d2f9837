import type { Connection } from '@temporalio/client';
import {
  inWords,
  missingSearchAttributes,
  SEARCH_ATTRIBUTE_NAMES,
  searchAttributeType,
} from '../../temporal/search-attributes.ts';

// The numbers of these types in Temporal's protocol (IndexedValueType).
const types = { Keyword: 2, Int: 3, Datetime: 6 };

/**
 * Adds the search attributes that are missing in the namespace of a server that is not ours. Returns null when all exist,
 * or a sentence when some are missing and cannot be added (in Temporal Cloud only its own console can).
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
