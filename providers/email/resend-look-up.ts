import { z } from 'zod';
import type { HttpExchange } from '../http-call.ts';
import { isSuccess } from '../http-status.ts';
import type { LookedUpEvent, LookUp, LookUpCursor, LookUpQuery } from './port.ts';

const PAGE = 100;
/** The provider's clock and ours may differ, and a call may take half a minute. */
const SLACK_MS = 2 * 60_000;
/** A mail is made during its call; both have the provider's time. */
const NEAR_MS = 30_000;
/** When many other mails were sent, only the calls nearest in time are read. */
const MOST_CALLS = 40;

const mail = z.object({
  id: z.string().min(1).max(200),
  to: z.array(z.string()),
  subject: z.string().nullish(),
  created_at: z.string(),
  last_event: z.string().nullish(),
});
const call = z.object({
  id: z.string().min(1).max(200),
  created_at: z.string(),
  endpoint: z.string(),
  method: z.string(),
  response_status: z.int(),
});
const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ has_more: z.boolean(), data: z.array(row) });
const wholeCall = z.object({
  request_body: z.object({ tags: z.array(z.object({ name: z.string(), value: z.string() })).nullish() }).nullish(),
  response_body: z.object({ id: z.string() }).nullish(),
});

/** What the provider's last event means for us; any event of a mail still under way means `sent`. */
const EVENTS: Record<string, LookedUpEvent> = {
  delivered: 'delivered',
  opened: 'delivered',
  clicked: 'delivered',
  bounced: 'bounced',
  suppressed: 'suppressed',
  complained: 'complained',
  failed: 'failed',
  canceled: 'failed',
};

/**
 * One request of the look-up of a mail whose answer was lost. The list of mails has neither tags nor keys, so a mail to the
 * same recipients with the same subject is only a candidate; the log of the call that made it has the tags sent with it,
 * and proves it. A key that may only send may not read: then the look-up finds nothing.
 */
export async function lookUpOnce(
  query: LookUpQuery,
  cursor: LookUpCursor | null,
  get: (path: string) => Promise<HttpExchange | null>,
): Promise<LookUp> {
  const at = cursor ?? { list: 'mails', after: null, candidates: [], calls: [] };
  const exchange = await get(pathOf(at));
  if (exchange?.kind !== 'answered') return { kind: 'no_answer', code: exchange?.kind ?? 'no_exchange' };
  if (exchange.status !== 200) return { kind: 'no_answer', code: `http_${exchange.status}` };
  const read = at.list === 'mails' ? readMails : at.list === 'calls' ? readCalls : readCall;
  return read(query, at, exchange.body) ?? { kind: 'no_answer', code: 'unreadable_answer' };
}

function pathOf({ list, after, calls }: LookUpCursor): string {
  if (list === null) return `/logs/${encodeURIComponent(calls[0]?.id ?? '')}`;
  const more = after === null ? '' : `&after=${encodeURIComponent(after)}`;
  return `/${list === 'mails' ? 'emails' : 'logs'}?limit=${PAGE}${more}`;
}

function readMails(query: LookUpQuery, at: LookUpCursor, body: unknown): LookUp | null {
  const page = pageOf(mail).safeParse(body);
  if (!page.success) return null;
  const { data, has_more: hasMore } = page.data;
  const wanted = addressesOf(query.to);
  const sinceMs = query.sinceAt.getTime() - SLACK_MS;
  const fresh = data.filter(
    (one) => Date.parse(one.created_at) >= sinceMs && one.subject === query.subject && addressesOf(one.to) === wanted,
  );
  const candidates = [
    ...at.candidates,
    ...fresh.map((one) => ({
      id: one.id,
      createdAt: new Date(one.created_at).toISOString(),
      event: EVENTS[one.last_event ?? ''] ?? ('sent' as const),
    })),
  ];
  const last = data.at(-1);
  if (hasMore && last && Date.parse(last.created_at) >= sinceMs) {
    return { kind: 'more', cursor: { ...at, after: last.id, candidates } };
  }
  if (candidates.length === 0) return { kind: 'not_found' };
  return { kind: 'more', cursor: { list: 'calls', after: null, candidates, calls: [] } };
}

function readCalls(_query: LookUpQuery, at: LookUpCursor, body: unknown): LookUp | null {
  const page = pageOf(call).safeParse(body);
  if (!page.success) return null;
  const { data, has_more: hasMore } = page.data;
  const near = data
    .filter(isSending)
    .map(({ id, created_at: createdAt }) => ({ id, offMs: offMs(createdAt, at.candidates) }))
    .filter((one) => one.offMs <= NEAR_MS);
  const calls = [...at.calls, ...near].sort((a, b) => a.offMs - b.offMs).slice(0, MOST_CALLS);
  const last = data.at(-1);
  const oldestMs = Math.min(...at.candidates.map(({ createdAt }) => Date.parse(createdAt))) - NEAR_MS;
  if (hasMore && last && Date.parse(last.created_at) >= oldestMs) {
    return { kind: 'more', cursor: { ...at, after: last.id, calls } };
  }
  if (calls.length === 0) return { kind: 'not_found' };
  return { kind: 'more', cursor: { ...at, list: null, after: null, calls } };
}

/** Returns the mail if this call made one of the candidates and carried our tag; otherwise goes on to the next call. */
function readCall(query: LookUpQuery, at: LookUpCursor, body: unknown): LookUp | null {
  const read = wholeCall.safeParse(body);
  if (!read.success) return null;
  const { request_body: asked, response_body: answered } = read.data;
  const made = at.candidates.find(({ id }) => id === answered?.id);
  const isOurs = asked?.tags?.some(({ name, value }) => name === 'message_id' && value === query.messageTag);
  if (made && isOurs) return { kind: 'found', reference: made.id, event: made.event };
  const calls = at.calls.slice(1);
  return calls.length === 0 ? { kind: 'not_found' } : { kind: 'more', cursor: { ...at, calls } };
}

const isSending = ({ method, endpoint, response_status: status }: z.infer<typeof call>) =>
  method === 'POST' && /^\/emails\/?$/.test(endpoint) && isSuccess(status);

/** The distance in milliseconds between a call and the nearest candidate. */
const offMs = (createdAt: string, candidates: LookUpCursor['candidates']) =>
  Math.min(...candidates.map((one) => Math.abs(Date.parse(one.createdAt) - Date.parse(createdAt))));

/** The bare addresses, sorted; names are ignored. */
function addressesOf(to: readonly string[]): string {
  return to
    .map((one) => (/<([^<>]*)>\s*$/.exec(one)?.[1] ?? one).trim().toLowerCase())
    .sort()
    .join(' ');
}
