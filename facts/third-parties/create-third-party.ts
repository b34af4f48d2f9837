import { v7 as uuidv7 } from 'uuid';
import type { ThirdParty } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { ThirdPartyInput } from '../inputs/third-party.ts';
import { conflict } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { isAsGiven, thirdPartyColumns } from './third-party-columns.ts';

/**
 * Stores a referrer or a notary. Posting one with a known reference returns the stored one if it has the same content,
 * and is a conflict otherwise. Without a reference each is a new one.
 */
export async function createThirdParty(
  db: Database,
  { creditorId }: { creditorId: string },
  input: ThirdPartyInput,
): Promise<{ row: ThirdParty; replayed: boolean }> {
  return storeOnce(db, async (tx) => {
    const { name, reference } = input;
    const known = reference ? await tx.thirdParty.findFirst({ where: { creditorId, reference } }) : null;
    if (known && !isAsGiven(known, input))
      throw conflict('other_content', `Another third party was posted under the reference ${reference}.`);
    if (known) return { row: known, replayed: true };
    const data = { ...thirdPartyColumns(input), id: uuidv7(), creditorId, name };
    return { row: await tx.thirdParty.create({ data }), replayed: false };
  });
}
