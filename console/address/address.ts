import type { Language } from '../words/language.ts';

/** An address as it is typed: its lines in one text, as they stand on an envelope. */
export interface TypedAddress {
  lines: string;
  postal_code: string;
  city: string;
  country: string;
}

export interface Address {
  lines: string[];
  postal_code: string;
  city: string;
  country: string;
}

export const typedAddress = (address: Address | null): TypedAddress =>
  address ? { ...address, lines: address.lines.join('\n') } : { lines: '', postal_code: '', city: '', country: 'FR' };

/** A typed address as the API takes it; at most four lines. */
export const addressOf = ({ lines, postal_code, city, country }: TypedAddress): Address => ({
  lines: lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  postal_code: postal_code.trim(),
  city: city.trim(),
  country: country.trim().toUpperCase(),
});

export const isEmptyAddress = ({ lines, postal_code, city }: TypedAddress): boolean =>
  `${lines}${postal_code}${city}`.trim() === '';

/**
 * The lines of an address as they are read: the country by its name, and left out where it is the company's own. `ownCountry`
 * null: not known yet, and no country is shown.
 */
export function shownAddress(
  { lines, postal_code, city, country }: Address,
  { ownCountry, language }: { ownCountry: string | null; language: Language },
): string[] {
  const isAbroad = ownCountry !== null && country.toUpperCase() !== ownCountry.toUpperCase();
  const name = isAbroad ? countryName(country, language) : '';
  return [...lines, `${postal_code} ${city}`.trim(), name].filter((line) => line !== '');
}

/** What is no code of two letters stands as it is. */
function countryName(country: string, language: Language): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return names.of(country.toUpperCase()) ?? country;
}
