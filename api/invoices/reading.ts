import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '../../domain/reminder-content.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';

/** What the answers about cases need besides the rows: now and today, the creditor's own things, and the language. */
export interface Reading {
  at: Date;
  timeZone: string;
  todayOn: string;
  /** The creditor's: sums are of one currency. */
  currency: string;
  slug: string;
  uiUrl: string;
  namespace: string;
  language: Language;
}

/** Reads the creditor's settings once for a request. */
export async function readingOf(
  request: Pick<EndpointRequest, 'at' | 'auth' | 'context' | 'headers'>,
): Promise<Reading> {
  const { at, auth, context, headers } = request;
  const { timeZone, currency } = await context.db.settings.findUniqueOrThrow({
    where: { creditorId: auth.creditorId },
    select: { timeZone: true, currency: true },
  });
  const { uiUrl, namespace } = context.settings.temporal;
  const todayOn = localDate(at.toISOString(), timeZone);
  return { at, timeZone, todayOn, currency, slug: auth.slug, uiUrl, namespace, language: languageOf(headers) };
}

/** French unless the caller prefers English. */
function languageOf(headers: IncomingHttpHeaders): Language {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'fr';
}
