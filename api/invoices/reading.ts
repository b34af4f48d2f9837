import { z } from 'zod';
import type { Language } from '../../domain/reminder-content.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { languageOf } from '../frame/language-of.ts';

/**
 * What the answers about cases need besides the rows: the current instant and day, the creditor's settings, and the
 * language.
 */
export interface Reading {
  at: Date;
  timeZone: string;
  todayOn: string;
  /** Sums are in one currency: the one asked for, otherwise the creditor's. */
  currency: string;
  slug: string;
  uiUrl: string;
  namespace: string;
  language: Language;
}

/** `?language=fr`, for sentences that a person reads. */
export const languageQuery = z.enum(['fr', 'en']).optional();

/**
 * Taken from the creditor's settings, which were read with the caller. `?language=`, where the endpoint has it, takes
 * precedence over the header, and `?currency=` over the creditor's currency.
 */
export function readingOf(request: Pick<EndpointRequest, 'at' | 'auth' | 'context' | 'headers' | 'query'>): Reading {
  const { at, auth, context, headers, query } = request;
  const { timeZone, currency: ownCurrency } = auth;
  const { uiUrl, namespace } = context.settings.temporal;
  const { language = languageOf(headers), currency = ownCurrency } = query as {
    language?: Language;
    currency?: string;
  };
  const todayOn = localDate(at.toISOString(), timeZone);
  return { at, timeZone, todayOn, currency, slug: auth.slug, uiUrl, namespace, language };
}
