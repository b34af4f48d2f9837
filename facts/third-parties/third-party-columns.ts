import type { ThirdPartyChange } from '../inputs/third-party.ts';

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
