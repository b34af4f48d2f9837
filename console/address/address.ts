import type { Language } from '../words/language.ts';

/** An address as typed: the address lines are one text, as on an envelope. */
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

/** Converts a typed address to the body of the API; at most four lines. */
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
 * The lines of an address for display. The country is shown by name, and left out when it is the company's own
 * (`ownCountry`) or when `ownCountry` is null (not loaded yet).
 */
export function shownAddress(
  { lines, postal_code, city, country }: Address,
  { ownCountry, language }: { ownCountry: string | null; language: Language },
): string[] {
  const isAbroad = ownCountry !== null && country.toUpperCase() !== ownCountry.toUpperCase();
  const name = isAbroad ? countryName(country, language) : '';
  return [...lines, `${postal_code} ${city}`.trim(), name].filter((line) => line !== '');
}

/** A text that is not a two-letter code is returned as it is. */
function countryName(country: string, language: Language): string {
  if (!/^[A-Za-z]{2}$/.test(country)) return country;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return names.of(country.toUpperCase()) ?? country;
}
