import { Prisma } from '../prisma/generated/client.ts';
import { WITHOUT_LOGO } from './settings-without-logo.ts';

const SETTINGS = Prisma.raw(
  Object.values(Prisma.SettingsScalarFieldEnum)
    .filter((column) => !(column in WITHOUT_LOGO.omit))
    .map((column) => `s."${column}"`)
    .join(', '),
);

/** A customer `c` alone, as JSON for `rowInCode`. */
export const CUSTOMER_ALONE = Prisma.sql`
  to_jsonb(c) || jsonb_build_object('tags', COALESCE(c.tags, '{}'), 'addressLines', COALESCE(c."addressLines", '{}'))`;

/** A customer `c` with its creditor and the settings (without logo), as JSON for `rowInCode`. */
export const CUSTOMER_JSON = Prisma.sql`
  ${CUSTOMER_ALONE} || jsonb_build_object(
    'creditor', (SELECT to_jsonb(r) FROM creditors r WHERE r.id = c."creditorId") || jsonb_build_object(
      'settings', (SELECT to_jsonb(own) FROM (SELECT ${SETTINGS} FROM settings s WHERE s."creditorId" = c."creditorId") own)))`;

/** The holds in force on all invoices of a customer `c`, as JSON. */
export const CUSTOMER_HOLDS = Prisma.sql`
  ARRAY(SELECT to_jsonb(h) FROM holds h WHERE h."customerId" = c.id AND h."invoiceId" IS NULL AND h."endedAt" IS NULL
    ORDER BY h."sinceAt")`;

/** The contacts of a customer `c`, in order, as JSON. */
export const CONTACTS = Prisma.sql`
  ARRAY(SELECT to_jsonb(k) FROM contacts k WHERE k."customerId" = c.id ORDER BY k.position)`;

/** The holds in force on an invoice `i`, as JSON. */
export const INVOICE_HOLDS = Prisma.sql`
  ARRAY(SELECT to_jsonb(h) FROM holds h WHERE h."invoiceId" = i.id AND h."endedAt" IS NULL ORDER BY h."sinceAt")`;

/** A message `m` as JSON. */
export const MESSAGE_JSON = Prisma.sql`
  to_jsonb(m) || jsonb_build_object('recipients', COALESCE(m.recipients, '{}'),
    'customRecipients', COALESCE(m."customRecipients", '{}'), 'attachmentIds', COALESCE(m."attachmentIds", '{}'))`;
