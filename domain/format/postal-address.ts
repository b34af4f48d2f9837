import type { CompanyContent, CustomerContent, Language } from '../reminder-content.ts';
import { lacksGlyphs } from './letter-font.ts';
import { fieldText } from './printable.ts';

/** NF Z10-011: at most 6 lines of 38 characters. */
const MAX_ADDRESS_LINES = 6;
const MAX_ADDRESS_CHARACTERS = 38;
/** The longest name that the API accepts. */
const LONGEST_NAME = 200;

/**
 * The address block of a letter: name, contact if there is room, street lines, postal code and city in capitals, and
 * the country in capitals when it is not the sender's. At most 6 lines of 38 characters: a long name continues on the
 * next lines while there is room, then the street lines are joined, then what is too long is cut.
 */
export function addressBlock(
  customer: CustomerContent,
  company: Pick<CompanyContent, 'country'>,
  attention: (name: string) => string,
): string[] {
  const street = customer.addressLines
    .slice(0, 4)
    .map((line) => fieldText(line, 76))
    .filter((line) => line !== '');
  const city = fieldText(townLine(customer), MAX_ADDRESS_CHARACTERS).toLocaleUpperCase('fr');
  const end = [city, fieldText(countryAbroad(customer, company), MAX_ADDRESS_CHARACTERS)].filter((line) => line !== '');
  const name = wrap(fieldText(customer.name, LONGEST_NAME));
  const contact = attentionLine(customer, attention);
  const withContact = contact === null ? [] : [contact];
  const room = MAX_ADDRESS_LINES - end.length;
  const withEverything = [...name, ...withContact, ...street.flatMap((line) => wrap(line))];
  const { nameLines, streetLines } = nameAndStreet(name.join(' '), street, room);
  const start = withEverything.length <= room ? withEverything : [...nameLines, ...streetLines];
  return [...start, ...end].map((line) => fieldText(line, MAX_ADDRESS_CHARACTERS));
}

/**
 * The line that names the contact; the contact's name alone when “à l’attention de” would make it too long; null when
 * the contact is the customer. A provider's envelope shows the same line as the window: a minor's guardian must sign,
 * because the minor cannot.
 */
export function attentionLine(
  { name, contactName }: { name: string; contactName: string | null },
  attention: (name: string) => string,
): string | null {
  const contact = fieldText(contactName, 60);
  if (contact === '' || contact === fieldText(name, LONGEST_NAME)) return null;
  const line = attention(contact);
  return [...line].length <= MAX_ADDRESS_CHARACTERS ? line : contact;
}

/**
 * Fits a name and street lines into `room` lines of 38 characters. Long ones are wrapped while there is room; otherwise
 * the name takes one line, and then the street lines are joined. Only what does not fit even then is longer than a
 * line.
 */
export function nameAndStreet(
  name: string,
  street: readonly string[],
  room: number,
): { nameLines: string[]; streetLines: string[] } {
  const wrapped = street.flatMap((line) => wrap(line));
  const candidates = [
    { nameLines: wrap(name), streetLines: wrapped },
    // The name takes the lines that the street leaves.
    { nameLines: wrap(name, Math.max(1, room - wrapped.length)), streetLines: wrapped },
    { nameLines: [name], streetLines: street.flatMap((line) => wrap(line)) },
    { nameLines: [name], streetLines: [...street] },
  ];
  const fits = candidates.find(({ nameLines, streetLines }) => nameLines.length + streetLines.length <= room);
  return fits ?? { nameLines: [name], streetLines: reflow(street, room - 1) };
}

/** Wraps at spaces into at most `most` lines that fit; the last one holds the rest. */
function wrap(line: string, most = MAX_ADDRESS_LINES): string[] {
  if ([...line].length <= MAX_ADDRESS_CHARACTERS || most <= 1) return line === '' ? [] : [line];
  const space = line.slice(0, MAX_ADDRESS_CHARACTERS + 1).lastIndexOf(' ');
  return space <= 0 ? [line] : [line.slice(0, space), ...wrap(line.slice(space + 1), most - 1)];
}

/** Joins the street lines and spreads them over the remaining lines, so that as little as possible is cut. */
function reflow(street: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const word of street.join(', ').split(' ')) {
    const last = lines.at(-1);
    const fitsHere = last !== undefined && [...`${last} ${word}`].length <= MAX_ADDRESS_CHARACTERS;
    if (last !== undefined && (fitsHere || lines.length === room)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Whether a part of the address would be printed as `?`: the post could not deliver such a letter, and nobody could
 * sign for it.
 */
export const isUnprintable = (customer: CustomerContent, company: Pick<CompanyContent, 'country'>): boolean =>
  addressBlock(customer, company, (name) => name).some(lacksGlyphs);

/** Countries that write the postal code after the town. */
const TOWN_FIRST: ReadonlySet<string> = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US']);

/** Postal code and town in the order of their country. */
function townLine({ postalCode, city, country }: Pick<CustomerContent, 'postalCode' | 'city' | 'country'>): string {
  const isTownFirst = TOWN_FIRST.has(country.toUpperCase());
  return (isTownFirst ? `${city} ${postalCode}` : `${postalCode} ${city}`).trim();
}

/** The company's town, with its country for a reader abroad: returned letters, cheques and answers go there. */
export function senderTown(
  company: Pick<CompanyContent, 'postalCode' | 'city' | 'country'>,
  reader: Pick<CustomerContent, 'country'>,
): string {
  const country = countryAbroad(company, reader);
  return country === '' ? townLine(company) : `${townLine(company)}, ${country}`;
}

/** The country of a customer in capitals, empty when it is the sender's. */
export function countryAbroad(
  customer: Pick<CustomerContent, 'country'>,
  company: Pick<CompanyContent, 'country'>,
): string {
  const country = countryName(customer.country);
  return country === countryName(company.country) ? '' : country;
}

/** The country in French capitals, as the post requires; an ISO code is written out. */
function countryName(country: string): string {
  const text = fieldText(country, 60);
  const name = /^[A-Za-z]{2}$/.test(text) ? REGION_NAMES.of(text.toUpperCase()) : text;
  return (name ?? text).toLocaleUpperCase('fr');
}

const FRENCH: Language = 'fr';
const REGION_NAMES = new Intl.DisplayNames([FRENCH], { type: 'region', fallback: 'code' });
