import type { ThirdParty } from '../../prisma/generated/client.ts';
import { contentHash } from '../content-hash.ts';
import type { ThirdPartyChange, ThirdPartyInput } from '../inputs/third-party.ts';

/** What is given, as columns; what is absent is left out. */
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

/** A third party of whom nothing is known, as Postgres fills it in. */
const BARE = {
  ...{ reference: null, email: null, professional: true, language: 'fr' },
  ...{ addressLines: [] as string[], postalCode: null, city: null, country: 'FR' },
};

/** Whether what is given is what stands there by now, whoever wrote it and when. */
export function isAsGiven(row: ThirdParty, input: ThirdPartyInput): boolean {
  const { name, reference, email, professional, language, addressLines, postalCode, city, country } = row;
  const stored = { name, reference, email, professional, language, addressLines, postalCode, city, country };
  return contentHash(stored) === contentHash({ ...BARE, ...thirdPartyColumns(input) });
}
