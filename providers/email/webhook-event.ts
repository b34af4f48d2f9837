import { z } from 'zod';

export type EmailEventKind =
  | 'sent'
  | 'delivered'
  | 'delayed'
  | 'bounced'
  | 'complained'
  | 'failed'
  | 'opened'
  | 'clicked';

export interface EmailEvent {
  /** The same for every repetition of one event. */
  eventId: string;
  /** The reference that `send` returned with `accepted`. */
  providerReference: string;
  /** The tag `message_id` of the e-mail, which identifies our message even when the answer to `send` was lost. */
  messageTag: string | null;
  event: EmailEventKind;
  /** Only for `bounced`. `hard`: this address will never accept a mail. */
  bounceType: 'hard' | 'soft' | 'undetermined' | null;
  /** What the receiving server or the provider said; empty when it said nothing. At most 1,000 characters. */
  detail: string;
  /** UTC, when the provider saw it; events arrive in any order. */
  occurredAt: string;
}

export type ProviderEventReading =
  | { kind: 'event'; event: EmailEvent }
  /** Authentic, but not relevant: answer 2xx, otherwise the provider repeats it. */
  | { kind: 'ignored'; eventId: string; type: string }
  /** Authentic, but not in the agreed format: 422. */
  | { kind: 'malformed'; detail: string };

const EVENT_KINDS = new Map<string, EmailEventKind>([
  ['email.sent', 'sent'],
  ['email.delivered', 'delivered'],
  ['email.delivery_delayed', 'delayed'],
  ['email.bounced', 'bounced'],
  // The provider holds the address back because of an earlier bounce or complaint: for us it has bounced for good.
  ['email.suppressed', 'bounced'],
  ['email.complained', 'complained'],
  ['email.failed', 'failed'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
]);

const envelope = z.object({ type: z.string().min(1).max(100) });
const bounce = z.object({ type: z.string(), subType: z.string().optional(), message: z.string().optional() });
const emailEvent = z.object({
  created_at: z.iso.datetime({ offset: true }),
  data: z.object({
    email_id: z.string().min(1).max(200),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: bounce.optional(),
    suppressed: z.object({ reason: z.string().optional(), message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
  }),
});
type EventData = z.infer<typeof emailEvent>['data'];

function bounceType(type: string, data: EventData): EmailEvent['bounceType'] {
  if (type === 'email.suppressed') return 'hard';
  if (type !== 'email.bounced') return null;
  if (data.bounce?.type === 'Permanent') return 'hard';
  return data.bounce?.type === 'Transient' ? 'soft' : 'undetermined';
}

function detail(data: EventData): string {
  const { bounce: bounced, suppressed, failed } = data;
  const parts = [bounced?.subType, bounced?.message, suppressed?.reason, suppressed?.message, failed?.reason];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join(': ')
    .slice(0, 1000);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an event after its signature was verified. Unknown types are ignored, never an error. */
export function readProviderEvent(body: string, eventId: string): ProviderEventReading {
  const json = parseJson(body);
  const type = envelope.safeParse(json);
  if (!type.success) return { kind: 'malformed', detail: 'The body is not a JSON object with a type.' };
  const event = EVENT_KINDS.get(type.data.type);
  if (event === undefined) return { kind: 'ignored', eventId, type: type.data.type };
  const parsed = emailEvent.safeParse(json);
  if (!parsed.success) return { kind: 'malformed', detail: z.prettifyError(parsed.error) };
  const { created_at: createdAt, data } = parsed.data;
  return {
    kind: 'event',
    event: {
      eventId,
      providerReference: data.email_id,
      messageTag: data.tags?.['message_id'] ?? null,
      event,
      bounceType: bounceType(type.data.type, data),
      detail: detail(data),
      occurredAt: new Date(createdAt).toISOString(),
    },
  };
}
