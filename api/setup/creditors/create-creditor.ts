import { z } from 'zod';
import { storeCreditor } from '../../../facts/creditors/create-creditor.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { line } from '../../../facts/inputs/fields.ts';
import { ensureSchedules } from '../../../temporal/schedules.ts';
import { created } from '../../frame/answer.ts';
import { type AppContext, defineEndpoint } from '../../frame/endpoint.ts';
import { shownId } from '../../frame/fields.ts';

export const createCreditorEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/creditors',
  tag: 'Creditors',
  summary: 'Create a creditor and its first admin key',
  who: ['operator'],
  secret: true,
  body: z.strictObject({ name: line(120) }),
  answers: { 201: z.object({ id: shownId, slug: z.string(), admin_key: z.string() }) },
  handle: async ({ body, context }) => {
    // Created together with its key or not at all: without the key nobody could sign in, and the name would be taken.
    const { id, slug, key } = await context.db.$transaction(async (tx) => {
      const creditor = await storeCreditor(tx, body);
      const first = await createKey(tx, { creditorId: creditor.id, name: 'admin', role: 'admin' });
      return { ...creditor, key: first.key };
    });
    await scheduleItsWork(context, { id, slug });
    return created('/v1/settings', { id, slug, admin_key: key });
  },
});

const PATIENCE_MS = 2_000;

/**
 * If Temporal is unavailable, the key, which is shown once, must not be lost: a worker creates the schedules within a
 * minute.
 */
async function scheduleItsWork({ db, dispatcher, log }: AppContext, creditor: { id: string; slug: string }) {
  const { client, taskQueue, demoClock } = dispatcher;
  const { timeZone } = await db.settings.findUniqueOrThrow({ where: { creditorId: creditor.id } });
  const schedule = () => ensureSchedules(client, taskQueue, { ...creditor, timeZone }, { isNightPaused: demoClock });
  try {
    await client.withDeadline(Date.now() + PATIENCE_MS, schedule);
  } catch {
    log.warn(
      { creditor: creditor.slug },
      'its reconciliation and its nights are not scheduled yet: a worker does it within the minute',
    );
  }
}
