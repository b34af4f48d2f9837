import { contentHash } from '../content-hash.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { ThirdParty } from '../../prisma/generated/client.ts';

/** True when a third party has an address for this channel. */
export function isReachable(party: ThirdParty, kind: string): boolean {
  return kind === 'email' ? party.email !== null : party.city !== null && party.addressLines.length > 0;
}

/** The third party a statement goes to, its addresses, and a hash of both, which is compared before every try. */
export async function statementAddressee(
  db: Database | Transaction,
  message: { thirdPartyId: string | null; kind: string },
): Promise<{ party: ThirdParty; recipients: string[]; contactHash: string }> {
  const party = await db.thirdParty.findUniqueOrThrow({ where: { id: message.thirdPartyId ?? '' } });
  const recipients = message.kind === 'email' && party.email !== null ? [party.email] : [];
  const { name, addressLines, postalCode, city, country, language } = party;
  const contactHash = contentHash({ name, addressLines, postalCode, city, country, language, recipients });
  return { party, recipients, contactHash };
}
