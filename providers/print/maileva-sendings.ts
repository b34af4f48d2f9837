import { z } from 'zod';
import type { MailevaSession } from './maileva-session.ts';

const sending = z.object({ id: z.string().min(1), custom_id: z.string().nullish(), status: z.string() });
export type MailevaSending = z.output<typeof sending>;

const page = z.object({ sendings: z.array(sending) });

const PAGE = 500;
const MOST_PAGES = 20;

/**
 * All sendings under our reference, drafts included; null when they could not all be read. Maileva's list can be neither
 * filtered nor sorted, so it is read completely: up to `mostPages`.
 */
export async function findSendings(
  session: MailevaSession,
  service: string,
  reference: string,
  signal: AbortSignal,
  mostPages = MOST_PAGES,
): Promise<MailevaSending[] | null> {
  const found: MailevaSending[] = [];
  for (let number = 0; number < mostPages; number += 1) {
    const path = `${service}/sendings?start_index=${1 + number * PAGE}&count=${PAGE}`;
    const { exchange } = await session.call({ method: 'GET', path }, signal);
    const read = exchange.kind === 'answered' && exchange.status === 200 ? page.safeParse(exchange.body) : null;
    if (!read?.success) return null;
    found.push(...read.data.sendings.filter(({ custom_id: customId }) => customId === reference));
    if (read.data.sendings.length < PAGE) return found;
  }
  return null;
}

/** One sending as it is now; null when it cannot be read. */
export async function readSending(
  session: MailevaSession,
  path: string,
  signal: AbortSignal,
): Promise<MailevaSending | null> {
  const { exchange } = await session.call({ method: 'GET', path }, signal);
  return exchange.kind === 'answered' ? (sending.safeParse(exchange.body).data ?? null) : null;
}
