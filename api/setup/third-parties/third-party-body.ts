import { z } from 'zod';
import type { Unpaid } from '../../../facts/third-parties/read-unpaid.ts';
import type { ThirdParty } from '../../../prisma/generated/client.ts';
import { shownId } from '../../frame/fields.ts';

export const thirdPartyView = z
  .object({
    id: shownId,
    name: z.string(),
    reference: z.string().nullable().meta({
      description:
        'The creditor’s own reference. Imported case files can name a third party by its reference or its name.',
    }),
    email: z.string().nullable(),
    address: z
      .object({ lines: z.array(z.string()), postal_code: z.string(), city: z.string(), country: z.string() })
      .nullable(),
    professional: z.boolean(),
    language: z.string().meta({ description: 'The language of its statements.' }),
  })
  .meta({ id: 'ThirdParty' });

export const viewThirdParty = (row: ThirdParty): z.output<typeof thirdPartyView> => ({
  id: row.id,
  name: row.name,
  reference: row.reference,
  email: row.email,
  address:
    row.city === null
      ? null
      : { lines: row.addressLines, postal_code: row.postalCode ?? '', city: row.city, country: row.country },
  professional: row.professional,
  language: row.language,
});

/** A third party with the unpaid amount of its case files: the open invoices in the creditor's currency. */
export const thirdPartyRow = thirdPartyView
  .extend({
    unpaid_count: z.int(),
    unpaid_cents: z.int(),
    overdue_count: z.int(),
    overdue_cents: z.int(),
    last_statement_on: z.string().nullable(),
  })
  .meta({ id: 'ThirdPartyRow' });

export const viewRow = (row: ThirdParty, unpaid: Unpaid | undefined): z.output<typeof thirdPartyRow> => ({
  ...viewThirdParty(row),
  unpaid_count: unpaid?.count ?? 0,
  unpaid_cents: unpaid?.cents ?? 0,
  overdue_count: unpaid?.overdueCount ?? 0,
  overdue_cents: unpaid?.overdueCents ?? 0,
  last_statement_on: unpaid?.lastStatementOn ?? null,
});
