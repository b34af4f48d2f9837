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
