import { z } from 'zod';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';
import { RECOVERY } from '../../facts/inputs/customer.ts';

const named = z.object({ id: z.string(), name: z.string() });

export const customer = z
  .object({
    id: z.string(),
    reference: z.string(),
    name: z.string(),
    kind: z.enum(DEBTOR_KINDS),
    language: z.enum(['fr', 'en']),
    address: z.object({
      lines: z.array(z.string()),
      postal_code: z.string(),
      city: z.string(),
      country: z.string(),
    }),
    contacts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        recovery: z.boolean().meta({ description: RECOVERY }),
        /** Why nothing more is sent to this address: a mail bounced, or its owner complained. */
        email_problem: z.string().nullable(),
      }),
    ),
    tags: z.array(z.string()),
    collector_id: z.string().nullable(),
    scenario_id: z.string().nullable(),
    scenario: named.nullable(),
    scenario_in_force: named
      .extend({ from: z.enum(['customer', 'group', 'default']) })
      .nullable()
      .meta({
        description:
          'The customer’s own scenario, else the group’s, else the default for this kind of customer. An invoice may have its own.',
      }),
    group: named.nullable(),
    currency: z.string(),
    balance_cents: z.int(),
    overdue_cents: z.int(),
    unallocated_cents: z.int().meta({ description: 'Money received from the customer that is not allocated yet.' }),
    /** The hold on the customer as a whole. */
    hold: z
      .object({
        id: z.string(),
        kind: z.string(),
        reason: z.string(),
        cause: z.string().nullable(),
        since_on: z.iso.date().nullable(),
        since_at: z.iso.datetime(),
        until_on: z.iso.date().nullable(),
      })
      .nullable(),
    erasure: z
      .object({ erased_at: z.iso.datetime(), erased_by: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: 'Who erased the customer’s personal data, when and why; null when it was not erased.' }),
    version: z.int(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Customer' });
