import { z } from 'zod';
import { changedAddress, newAddress } from '../../../facts/inputs/customer.ts';
import { email, line } from '../../../facts/inputs/fields.ts';
import type { Unpaid } from '../../../facts/third-parties/read-unpaid.ts';
import type { ThirdParty } from '../../../prisma/generated/client.ts';

const fields = {
  name: line(200),
  email: email.nullish(),
  professional: z.boolean().optional(),
  language: z.enum(['fr', 'en']).optional(),
};

export const thirdPartyInput = z.strictObject({ ...fields, address: newAddress.nullish() });

/** What is absent stays, an address's country too. */
export const thirdPartyChange = z.strictObject({ ...fields, address: changedAddress.nullish() }).partial();

export const thirdPartyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    address: z
      .object({ lines: z.array(z.string()), postal_code: z.string(), city: z.string(), country: z.string() })
      .nullable(),
    professional: z.boolean(),
    language: z.string().meta({ description: 'Statements are written in it.' }),
  })
  .meta({ id: 'ThirdParty' });

export const viewThirdParty = (row: ThirdParty): z.output<typeof thirdPartyView> => ({
  id: row.id,
  name: row.name,
  email: row.email,
  address:
    row.city === null
      ? null
      : { lines: row.addressLines, postal_code: row.postalCode ?? '', city: row.city, country: row.country },
  professional: row.professional,
  language: row.language,
});

/** As it is read, with what is unpaid in its case files: invoices that are open, in the creditor's currency. */
export const thirdPartyRow = thirdPartyView
  .extend({ unpaid_count: z.int(), unpaid_cents: z.int(), last_statement_on: z.string().nullable() })
  .meta({ id: 'ThirdPartyRow' });

export const viewRow = (row: ThirdParty, unpaid: Unpaid | undefined): z.output<typeof thirdPartyRow> => ({
  ...viewThirdParty(row),
  unpaid_count: unpaid?.count ?? 0,
  unpaid_cents: unpaid?.cents ?? 0,
  last_statement_on: unpaid?.lastStatementOn ?? null,
});

/** What is given, as columns; what is absent is left out. */
export function thirdPartyColumns({ name, email, address, professional, language }: z.output<typeof thirdPartyChange>) {
  return {
    ...(name === undefined ? {} : { name }),
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
