import { v7 as uuidv7 } from 'uuid';
import type { ThirdParty } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import { contentHash } from '../content-hash.ts';
import type { ThirdPartyInput } from '../inputs/third-party.ts';
import { conflict } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { thirdPartyColumns } from './third-party-columns.ts';

/**
 * Stores a referrer or a notary. The same one again (by its reference) is the first; other content is a conflict. Without a
 * reference each is a new one.
 */
export async function createThirdParty(
  db: Database,
  { creditorId }: { creditorId: string },
  input: ThirdPartyInput,
): Promise<{ row: ThirdParty; replayed: boolean }> {
  return storeOnce(db, async (tx) => {
    const { name, reference } = input;
    const hash = contentHash(input);
    const known = reference ? await tx.thirdParty.findFirst({ where: { creditorId, reference } }) : null;
    if (known && known.contentHash !== hash)
      throw conflict('other_content', `Another third party was posted under the reference ${reference}.`);
    if (known) return { row: known, replayed: true };
    const data = { ...thirdPartyColumns(input), id: uuidv7(), creditorId, name, contentHash: hash };
    return { row: await tx.thirdParty.create({ data }), replayed: false };
  });
}
