import type { ThirdParty } from '../../prisma/generated/client.ts';
import { contentHash } from '../content-hash.ts';
import type { ThirdPartyChange, ThirdPartyInput } from '../inputs/third-party.ts';

/** The given fields as columns; absent fields are left out. */
export function thirdPartyColumns({ name, reference, email, address, professional, language }: ThirdPartyChange) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(reference === undefined ? {} : { reference }),
    ...(email === undefined ? {} : { email }),
    ...(professional === undefined ? {} : { professional }),
    ...(language === undefined ? {} : { language }),
    ...(address === undefined
      ? {}
      : {
          addressLines: address?.lines ?? [],
          postalCode: address?.postal_code ?? null,
          city: address?.city ?? null,
          ...(address === null ? { country: 'FR' } : address.country === undefined ? {} : { country: address.country }),
        }),
  };
}

/** A third party with Postgres's defaults only. */
const BARE = {
  ...{ reference: null, email: null, professional: true, language: 'fr' },
  ...{ addressLines: [] as string[], postalCode: null, city: null, country: 'FR' },
};

/** True when the input equals the row as it is stored now, even if the row was changed since it was posted. */
export function isAsGiven(row: ThirdParty, input: ThirdPartyInput): boolean {
  const { name, reference, email, professional, language, addressLines, postalCode, city, country } = row;
  const stored = { name, reference, email, professional, language, addressLines, postalCode, city, country };
  return contentHash(stored) === contentHash({ ...BARE, ...thirdPartyColumns(input) });
}
