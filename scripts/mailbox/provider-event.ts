import { z } from 'zod';
import type { MailSummary } from './mail-record.ts';

/** `POST /messages/{id}/webhooks`; `bounce_type` is the provider's word and only counts for `email.bounced`. */
export const eventRequest = z.strictObject({
  type: z.enum([
    'email.sent',
    'email.delivered',
    'email.delivery_delayed',
    'email.bounced',
    'email.complained',
    'email.failed',
    'email.suppressed',
  ]),
  bounce_type: z.enum(['Permanent', 'Transient', 'Undetermined']).optional(),
});
type EventRequest = z.infer<typeof eventRequest>;

function particulars({ type, bounce_type: bounceType = 'Permanent' }: EventRequest): Record<string, unknown> {
  const diagnosticCode = ['smtp; 550 5.1.1 user unknown'];
  if (type === 'email.bounced') {
    const subType = bounceType === 'Transient' ? 'MailboxFull' : 'General';
    const message = bounceType === 'Transient' ? 'The mailbox is full.' : 'The address does not exist.';
    return { bounce: { type: bounceType, subType, message, diagnosticCode } };
  }
  if (type === 'email.failed') return { failed: { reason: 'reached_daily_quota' } };
  if (type !== 'email.suppressed') return {};
  const message = 'The address is on the suppression list.';
  return { suppressed: { type: 'OnAccountSuppressionList', reason: 'previous_bounce', message, diagnosticCode } };
}

/** The body of a webhook about this mail, in the provider's form: tags are returned as an object. */
export function providerEvent(mail: MailSummary, request: EventRequest, now: Date): Record<string, unknown> {
  return {
    type: request.type,
    created_at: now.toISOString(),
    data: {
      email_id: mail.id,
      created_at: mail.accepted_at,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
      ...particulars(request),
    },
  };
}
