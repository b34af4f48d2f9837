import type { CustomerInput, DebtorKind } from './demo-types.ts';
import { DEMO_GROUPS } from './groups.ts';
import { exampleEmail, fictionPhone } from './identifiers.ts';
import { COMPANIES, PUBLIC_BODIES } from './organisations.ts';
import { CLERKS, ENGLISH_PEOPLE, PEOPLE } from './people.ts';
import { CITIES, COMPLEMENTS, STREETS } from './places.ts';
import type { Chance } from './random.ts';
import { COLLECTORS } from './staff.ts';

/**
 * The role of a customer. `no_email`: nothing can be mailed to it; `paused`: all its reminders are paused; `covered`:
 * it has unallocated money or a credit note; `bouncing`: a mail to it came back.
 */
export type Part = 'ordinary' | 'no_email' | 'paused' | 'covered' | 'bouncing';

export interface CustomerDraft {
  input: CustomerInput;
  /** The name of the collector; null for none yet. */
  collector: string | null;
  /** True when the collector comes from the customer's group and no person assigned one. */
  isOfGroup: boolean;
  part: Part;
}

/** The parts of the last customers in each list, counted from its end; all others are ordinary. */
const PARTS: Record<DebtorKind, readonly Part[]> = {
  consumer: ['ordinary', 'ordinary', 'no_email', 'no_email', 'bouncing'],
  professional: ['ordinary', 'ordinary', 'ordinary', 'no_email', 'bouncing', 'paused', 'covered'],
  public: ['no_email', 'bouncing', 'paused', 'covered'],
};

/** 26 consumers, 24 companies and 10 public bodies. */
export function drawCustomers(chance: Chance): CustomerDraft[] {
  const people = PEOPLE.map(
    (name) => ({ name, tags: [], language: ENGLISH_PEOPLE.includes(name) ? 'en' : 'fr' }) as const,
  );
  const lists = [
    ['consumer', people],
    ['professional', COMPANIES],
    ['public', PUBLIC_BODIES],
  ] as const;
  let number = 0;
  return lists.flatMap(([kind, list]) =>
    list.map(({ name, tags, language = 'fr' }, index): CustomerDraft => {
      number += 1;
      const part = PARTS[kind][list.length - 1 - index] ?? 'ordinary';
      const input = {
        reference: `C-${String(1000 + number)}`,
        name,
        kind,
        language,
        address: drawAddress(chance, kind),
        contacts: drawContacts(chance, kind, name, part === 'no_email'),
        tags: [...tags],
      };
      // The last two public bodies have no collector yet.
      const collector =
        kind === 'public' && index >= list.length - 2 ? null : (COLLECTORS[number % COLLECTORS.length] ?? null);
      const group = DEMO_GROUPS.find(({ tag }) => input.tags.includes(tag));
      return { input, collector: group?.collector ?? collector, isOfGroup: group !== undefined, part };
    }),
  );
}

function drawAddress(chance: Chance, kind: DebtorKind): CustomerInput['address'] {
  const { postalCode, city } = chance.pick(CITIES);
  const street = `${chance.int(1, 140)} ${chance.pick(STREETS)}`;
  const withComplement = kind === 'consumer' && chance.int(1, 3) === 1;
  const first = kind === 'public' ? 'Service comptabilité' : withComplement ? chance.pick(COMPLEMENTS) : null;
  return { lines: first === null ? [street] : [first, street], postal_code: postalCode, city, country: 'FR' };
}

function drawContacts(
  chance: Chance,
  kind: DebtorKind,
  name: string,
  withoutEmail: boolean,
): CustomerInput['contacts'] {
  if (kind === 'consumer') {
    const email = withoutEmail ? null : exampleEmail(name, 'courrier');
    return [{ name, email, phone: fictionPhone(chance, true), recovery: true }];
  }
  const [accountant, manager] = chance.shuffle(CLERKS);
  if (accountant === undefined || manager === undefined) throw new RangeError('two clerks are needed');
  const mail = (person: string) => (withoutEmail ? null : exampleEmail(person, name));
  const contacts = [{ name: accountant, email: mail(accountant), phone: fictionPhone(chance, false), recovery: true }];
  if (chance.int(1, 3) > 1)
    contacts.push({ name: manager, email: mail(manager), phone: fictionPhone(chance, true), recovery: false });
  return contacts;
}
