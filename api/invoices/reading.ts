import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Language } from '../../domain/reminder-content.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';

/** What the answers about cases need besides the rows: now and today, the creditor's own things, and the language. */
export interface Reading {
  at: Date;
  timeZone: string;
  todayOn: string;
  /** Sums are of one currency: the creditor's, or the one that is asked for. */
  currency: string;
  slug: string;
  uiUrl: string;
  namespace: string;
  language: Language;
}

/** `?language=fr`, where a person reads sentences. */
export const languageQuery = z.enum(['fr', 'en']).optional();

/**
 * Of the creditor's settings, which came with the caller. `?language=`, where the endpoint takes it, goes before the header, and
 * `?currency=` before the creditor's own.
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

/** French unless the caller prefers English. */
function languageOf(headers: IncomingHttpHeaders): Language {
  const asked = (headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (language: Language) =>
    Math.max(0, ...asked.filter((one) => one.language === language).map(({ weight }) => weight));
  return weightOf('en') > weightOf('fr') ? 'en' : 'fr';
}
