import { z } from 'zod';
import { goLive } from '../../../facts/creditors/go-live.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { factContext, told } from '../../frame/fact-answer.ts';
import { conflicting } from '../../frame/problem.ts';
import { reconcileNow } from '../../frame/reconcile-now.ts';

const firstDay = z.object({
  cases: z.int(),
  first_day: z.array(z.object({ level: z.int(), kind: z.string(), count: z.int(), balance_cents: z.int() })),
  no_address: z.int(),
});

export const goLiveEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/settings/live',
  tag: 'Settings',
  summary: 'Put the creditor live: from then on mails really leave',
  description:
    'Every open case begins a new cycle at its initial level, and its first step waits for a person. With `dry_run` nothing changes. 409 without a provider’s key, while the demonstration clock is ahead, or when it is live already.',
  who: ['supervisor'],
  body: z.strictObject({ dry_run: z.boolean().optional() }),
  answers: { 200: firstDay },
  handle: async (request) => {
    const { body, context } = request;
    if (context.settings.email.resendApiKey === null) {
      throw conflicting('no_provider_key', 'RESEND_API_KEY is not set: no mail could leave. Set it and start again.');
    }
    if (context.demoTime && (await context.demoTime.read()).offset_days > 0) {
      throw conflicting('clock_is_ahead', 'The demonstration clock is ahead: real debtors live in the present.');
    }
    const dryRun = body.dry_run ?? false;
    const answer = await goLive(context.db, factContext(request), { dryRun });
    if (!dryRun) await told(request, () => reconcileNow(request, 'Gone live: every case begins a new cycle'));
    return ok(answer);
  },
});
