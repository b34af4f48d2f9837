import { z } from 'zod';
import { Channel, LetterKind, MessageOrigin, MessageStatus } from '../../prisma/generated/enums.ts';
import { isErased } from '../customers/erased-mark.ts';

const instant = z.iso.datetime();

/** A message that was sent or was about to be sent, as lists show it. */
export const message = z.object({
  id: z.string(),
  kind: z.enum(Channel),
  letter_kind: z.enum(LetterKind).nullable(),
  level: z.int().nullable(),
  origin: z.enum(MessageOrigin),
  notice: z.boolean().meta({ description: 'True for the notification mail of an electronic letter.' }),
  to: z.array(z.string()),
  subject: z.string().nullable(),
  status: z.enum(MessageStatus),
  to_post: z.boolean().meta({ description: 'True for a letter that is ready and that a person has to post.' }),
  test: z.boolean(),
  sha256: z.object({ html: z.string().nullable(), text: z.string().nullable(), pdf: z.string().nullable() }),
  provider: z.string().nullable(),
  provider_reference: z.string().nullable(),
  provider_url: z
    .string()
    .nullable()
    .meta({ description: 'The page of the print provider where the letter can be looked up.' }),
  tracking_number: z.string().nullable(),
  tracking_url: z.string().nullable().meta({ description: 'The postal service’s tracking page for this letter.' }),
  postage_cents: z.int().nullable(),
  formal_notice: z.boolean().nullable().meta({
    description:
      'Whether the text of a letter makes it a formal notice; null for anything else, and for letters made before this was recorded.',
  }),
  notified: z
    .boolean()
    .meta({ description: 'True for a letter that was delivered, signed for, refused or not claimed.' }),
  followed: z.boolean().meta({
    description:
      'True when the current print provider has taken the letter and reports its status; otherwise a person may record it.',
  }),
  customer_id: z
    .string()
    .meta({ description: 'The customer; for a statement, which is about several customers, the first of them.' }),
  customer: z.object({ id: z.string(), name: z.string(), reference: z.string(), erased: isErased }),
  third_party_id: z.string().nullable().meta({ description: 'For a statement: the third party that it went to.' }),
  third_party: z.object({ id: z.string(), name: z.string() }).nullable(),
  action_id: z.string().nullable(),
  run_id: z.string().nullable(),
  invoice_ids: z.array(z.string()),
  invoices: z.array(z.object({ id: z.string(), number: z.string() })),
  amount_cents: z.int(),
  currency: z.string(),
  attachment_ids: z.array(z.string()),
  override_reason: z.string().nullable(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  tries: z.int(),
  next_try_at: instant.nullable(),
  waits: z
    .object({
      code: z.string().meta({
        description:
          'the outcome of the last try (unknown, unreachable, rate_limit_exceeded…), or what stops every mail ' +
          '(invalid_api_key, no_key, daily_quota_exceeded…)',
      }),
      detail: z.string().nullable(),
      until_at: instant,
      line_stopped: z.boolean().meta({ description: 'True: nothing of this creditor is sent until this is fixed.' }),
    })
    .nullable()
    .meta({
      description:
        'Why it has not been sent yet, and when it is tried again at the latest; null when it waits for nothing.',
    }),
  failure_code: z.string().nullable(),
  failure_detail: z.string().nullable(),
  reserved_at: instant,
  rendered_at: instant.nullable(),
  handed_over_at: instant.nullable(),
  sent_at: instant.nullable(),
  settled_at: instant.nullable(),
  erased_at: instant.nullable().meta({ description: 'When its content was erased together with the customer’s data.' }),
});

export type MessageBody = z.input<typeof message>;
