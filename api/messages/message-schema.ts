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
  notice: z.boolean().meta({ description: 'an acknowledgement that is the notice of an electronic letter' }),
  to: z.array(z.string()),
  subject: z.string().nullable(),
  status: z.enum(MessageStatus),
  to_post: z.boolean().meta({ description: 'a letter that is made and that a person has to post' }),
  test: z.boolean(),
  sha256: z.object({ html: z.string().nullable(), text: z.string().nullable(), pdf: z.string().nullable() }),
  provider: z.string().nullable(),
  provider_reference: z.string().nullable(),
  provider_url: z.string().nullable().meta({ description: 'the provider’s own pages, where the letter is looked up' }),
  tracking_number: z.string().nullable(),
  tracking_url: z.string().nullable().meta({ description: 'the post’s page of this very letter' }),
  postage_cents: z.int().nullable(),
  formal_notice: z
    .boolean()
    .nullable()
    .meta({ description: 'of a letter, by its text; null: none, or made before this was kept' }),
  notified: z.boolean().meta({ description: 'a letter that was delivered, signed, refused or not claimed' }),
  followed: z.boolean().meta({
    description: 'a letter that the print provider of today has taken: it tells what becomes of it, else a person may',
  }),
  customer_id: z.string().meta({ description: 'of a statement, which is about several: the first of them' }),
  customer: z.object({ id: z.string(), name: z.string(), reference: z.string(), erased: isErased }),
  third_party_id: z.string().nullable().meta({ description: 'of a statement: whom it went to' }),
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
      line_stopped: z.boolean().meta({ description: 'true: nothing of this creditor leaves until this is mended' }),
    })
    .nullable()
    .meta({
      description: 'why it has not left yet, and when it is tried again at the latest; null when it waits for nothing',
    }),
  failure_code: z.string().nullable(),
  failure_detail: z.string().nullable(),
  reserved_at: instant,
  rendered_at: instant.nullable(),
  handed_over_at: instant.nullable(),
  sent_at: instant.nullable(),
  settled_at: instant.nullable(),
  erased_at: instant
    .nullable()
    .meta({ description: 'since when its bytes are no more: they went with the customer’s data' }),
});

export type MessageBody = z.input<typeof message>;
