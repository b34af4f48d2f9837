import type { Transaction } from '../../prisma/client.ts';
import type { ColleagueInput } from '../inputs/specific-action.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';

/** Public mail domains: an address at one of them does not make anybody a colleague. */
const ANYBODYS =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|proton|protonmail|orange|wanadoo|free|sfr|laposte|bbox|neuf)\.(com|fr|net|me|de|co\.uk)$/;

/**
 * The address of a colleague: a user of this creditor, or an address at one of the settings' domains (the company's own
 * domain when none is set). Refuses a customer's contact, whatever its domain, because internal mails are not for
 * customers.
 */
export async function findColleague(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  colleague: Pick<ColleagueInput, 'user_id' | 'email'>,
): Promise<string> {
  if (colleague.user_id) {
    const user = await tx.user.findFirst({ where: { id: colleague.user_id, creditorId } });
    if (user) return user.email;
    throw invalid('unknown_user', '/user_id', 'There is no such user.', 'Give the id of a user.');
  }
  const address = colleague.email ?? '';
  const isUser = (await tx.user.count({ where: { creditorId, email: { equals: address, mode: 'insensitive' } } })) > 0;
  if (isUser) return address;
  const isCustomers =
    (await tx.contact.count({ where: { customer: { creditorId }, email: { equals: address, mode: 'insensitive' } } })) >
    0;
  const domains = isCustomers ? [] : await internalDomains(tx, creditorId);
  if (domains.includes(domainOf(address))) return address;
  throw invalid(
    'not_internal',
    '/email',
    'An internal mail goes to colleagues only: this is no user, nor an address of a domain of yours.',
    'Name a user, or have a supervisor add the domain to internal_email_domains of the settings.',
  );
}

async function internalDomains(tx: Transaction, creditorId: string): Promise<string[]> {
  const settings = await tx.settings.findUniqueOrThrow({
    where: { creditorId },
    select: { internalDomains: true, companyEmail: true },
  });
  if (settings.internalDomains.length > 0) return settings.internalDomains;
  const own = domainOf(settings.companyEmail);
  return ANYBODYS.test(own) ? [] : [own];
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
