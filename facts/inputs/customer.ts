import { z } from 'zod';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';
import { country, email, foreignId, instant, line, lineOrEmpty, paragraph, phone, uuid } from './fields.ts';

const addressLines = {
  lines: z.array(line(100)).max(4),
  postal_code: lineOrEmpty(16),
  city: line(100),
};

/** The address of somebody new. */
export const newAddress = z.strictObject({ ...addressLines, country: country.default('FR') });
/** The address of somebody known: a change without a country keeps the country. */
export const changedAddress = z.strictObject({ ...addressLines, country: country.optional() });

/** What `recovery` of a contact means, for the description of the API. */
export const RECOVERY =
  'The contact for collection: reminders go to this contact. When no marked contact has a usable address, they go to the first contact that has one.';

const contact = z
  .strictObject({
    id: uuid.optional(),
    name: line(120),
    email: email.nullish(),
    phone: phone.nullish(),
    recovery: z.boolean().default(false).meta({ description: RECOVERY }),
    email_problem: z.string().nullish().meta({
      description: 'Read only: ignored here, so that contacts can be sent back as they were read.',
    }),
  })
  .transform(({ email_problem: _, ...given }) => given);
export type ContactInput = z.output<typeof contact>;

const contacts = z
  .array(contact)
  .max(50)
  .refine((all) => new Set(all.flatMap(({ id }) => id ?? [])).size === all.filter(({ id }) => id).length, {
    message: 'must not name a contact twice',
  });

const tags = z.array(line(50)).max(50);

const kind = z.enum(DEBTOR_KINDS);
const language = z.enum(['fr', 'en']);

/** `POST /customers`. */
export const customerInput = z.strictObject({
  reference: foreignId,
  name: line(200),
  kind,
  language: language.default('fr'),
  address: newAddress,
  contacts: contacts.default([]),
  tags: tags.default([]),
  collector_id: uuid.nullish(),
  scenario_id: uuid.nullish(),
});
export type CustomerInput = z.output<typeof customerInput>;

/** `PATCH /customers/{id}`: absent fields stay. `contacts` is the whole list; those with an id are kept. */
export const customerChange = z.strictObject({
  name: line(200).optional(),
  kind: kind.optional(),
  language: language.optional(),
  address: changedAddress.optional(),
  contacts: contacts.optional(),
  tags: tags.optional(),
  collector_id: uuid.nullable().optional(),
  scenario_id: uuid.nullable().optional(),
});
export type CustomerChange = z.output<typeof customerChange>;

/** `POST /customers/assign`. */
export const assignInput = z.strictObject({
  customer_ids: z.array(uuid).min(1).max(500),
  collector_id: uuid.nullable(),
});
export type AssignInput = z.output<typeof assignInput>;

/** `POST /customers/{id}/consents`. */
export const consentInput = z.strictObject({
  kind: z.enum(['electronic_registered']),
  given_at: instant,
  evidence: paragraph(2000),
});
export type ConsentInput = z.output<typeof consentInput>;
