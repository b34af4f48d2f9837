import { z } from 'zod';
import { localDate } from '../../domain/calendar/local-time.ts';
import { readStory } from '../../facts/cases/case-story.ts';
import { type CaseRow, readCases } from '../../facts/cases/case-view.ts';
import { rewindCase } from '../../facts/cases/rewind-case.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { malformed, notHere } from '../frame/problem.ts';
import { invoiceBody } from './invoice-body.ts';
import { invoice } from './invoice-schema.ts';
import { type Reading, readingOf } from './reading.ts';

const { shape: whole } = invoice;
const { shape: dunning } = whole.dunning;

/** Where a case stood: the fields of an invoice that change with time, named and defined as in `GET /invoices/{id}`. */
const state = z
  .object({
    status: dunning.status,
    level: dunning.level,
    cycle: dunning.cycle,
    levels: dunning.levels,
    /** Without its action, which may no longer exist. */
    next: dunning.next.unwrap().omit({ action_id: true }).nullable(),
    holds: dunning.holds,
    sentence: dunning.sentence,
    attention: dunning.attention,
    due_on: whole.due_on,
    days_late: whole.days_late,
    total_cents: whole.total_cents,
    paid_cents: whole.paid_cents,
    credited_cents: whole.credited_cents,
    balance_cents: whole.balance_cents,
    currency: whole.currency,
    closed_at: whole.closed_at,
    closed_reason: whole.closed_reason,
  })
  .meta({ id: 'PastState' });

/** What `?at=` adds to a history: the instant, and where the case stood then; `state` is null before the case existed. */
export const pastShape = { at: z.iso.datetime().optional(), state: state.nullable().optional() };

/** Reads a case as it stood at an instant. 404 when there is no such case, 400 for an instant in the future. */
export async function readPast(request: EndpointRequest<{ id: string }>, at: Date) {
  const { params, context } = request;
  if (at > request.at) {
    const fix = `Give an instant up to now, ${request.at.toISOString()}.`;
    throw malformed('This instant is still to come.', [{ pointer: '/at', detail: 'It is after now.', fix }]);
  }
  const [row] = await readCases(context.db, { where: { id: params.id }, take: 1 });
  if (!row) throw notHere();
  const stored = await readStory(context.db, row);
  if (!stored.ownAt || stored.ownAt > at) return { at: at.toISOString(), state: null };
  return { at: at.toISOString(), state: stateBody(rewindCase(row, stored, at), { ...readingOf(request), at }) };
}

/** Only the state, of a case as read or as rewound. */
export function stateBody(row: CaseRow, reading: Reading): z.input<typeof state> {
  const todayOn = localDate(reading.at.toISOString(), reading.timeZone);
  const body = invoiceBody(row, { ...reading, todayOn });
  const { status, level, cycle, levels, next, holds, sentence, attention } = body.dunning;
  const { due_on, days_late, total_cents, paid_cents, credited_cents, balance_cents, currency } = body;
  const { closed_at, closed_reason } = body;
  const planned = next && withoutAction(next);
  const dunned = { status, level, cycle, levels, next: planned, holds, sentence, attention };
  const money = { due_on, days_late, total_cents, paid_cents, credited_cents, balance_cents, currency };
  return { ...dunned, ...money, closed_at, closed_reason };
}

function withoutAction<Next extends { action_id: string }>({ action_id: _gone, ...next }: Next) {
  return next;
}
