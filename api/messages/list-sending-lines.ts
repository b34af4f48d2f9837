import { z } from 'zod';
import { stoppedLines, waitingForLine } from '../../facts/messages/sending-lines/sending-line.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';

const stopped = z.object({
  provider: z.string(),
  code: z.string().meta({ description: 'as in `waits` of a message: invalid_api_key, no_key, daily_quota_exceeded…' }),
  detail: z.string().nullable().meta({ description: 'the provider’s own words' }),
  since_at: z.iso.datetime(),
  next_try_at: z.iso.datetime().nullable().meta({ description: 'when one message tries again at the latest' }),
  waiting: z.int().meta({ description: 'how many messages wait for it' }),
});

export const listSendingLinesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/sending-lines',
  tag: 'Messages',
  summary: 'List where all sending is stopped, since when and why',
  description:
    'One row for each provider at which nothing of this creditor passes: a refused key, a quota that is used up. Empty while all ' +
    'is well. Nothing is lost: what waits leaves by itself once the cause is mended.',
  who: ['collector'],
  answers: { 200: z.object({ data: z.array(stopped) }) },
  handle: async ({ context: { db }, auth: { creditorId } }) => {
    const lines = await stoppedLines(db, [creditorId]);
    const data = lines.map(async ({ provider, code, detail, stoppedAt, nextProbeAt }) => ({
      provider,
      code: code ?? '',
      detail,
      since_at: (stoppedAt ?? new Date(0)).toISOString(),
      next_try_at: nextProbeAt?.toISOString() ?? null,
      waiting: await db.message.count({ where: waitingForLine(creditorId, provider) }),
    }));
    return ok({ data: await Promise.all(data) });
  },
});
