import { z } from 'zod';
import { whereMailsGo } from '../../metrics/where-mails-go.ts';
import type { User } from '../../prisma/generated/client.ts';
import type { AppContext, Auth } from '../frame/endpoint.ts';
import { demoClockSchema } from '../demo/get-clock.ts';
import { shownId } from '../frame/fields.ts';

/** What a page has to know before it draws anything. */
export const sessionView = z
  .object({
    role: z.string(),
    user: z
      .object({ id: shownId, name: z.string(), email: z.string(), role: z.string(), has_password: z.boolean() })
      .nullable()
      .meta({ description: 'Null for a key that does not belong to a person.' }),
    creditor: z.object({ name: z.string(), slug: z.string() }),
    currency: z.string(),
    time_zone: z.string(),
    live: z.boolean(),
    sends: z.enum(['mailbox', 'resend', 'nowhere']).meta({
      description:
        'Where this creditor’s mails go now. `nowhere`: the creditor is live but the provider’s key is missing, so mails wait for it.',
    }),
    now_at: z.iso.datetime().meta({ description: 'The current time of the product’s clock.' }),
    demo: z.object({ clock: z.boolean(), ...demoClockSchema.shape, mailbox_url: z.string() }),
    mailbox_url: z.string(),
    temporal_ui_url: z.string(),
    expires_at: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When the session ends at the latest; null with a key.' }),
  })
  .meta({ id: 'Session' });

/** The caller's session; `context.db` may be unscoped and show every creditor's rows. */
export async function viewSession(
  context: AppContext,
  { role, creditorId, userId, sessionId }: Pick<Auth, 'role' | 'creditorId' | 'userId' | 'sessionId'>,
): Promise<z.output<typeof sessionView>> {
  const { db, settings, demoTime } = context;
  const [creditor, own, user, session, time] = await Promise.all([
    db.creditor.findUniqueOrThrow({ where: { id: creditorId } }),
    db.settings.findUniqueOrThrow({
      where: { creditorId },
      select: { companyName: true, currency: true, timeZone: true, liveAt: true },
    }),
    userId === null ? null : db.user.findUnique({ where: { id: userId } }),
    sessionId === null ? null : db.session.findUnique({ where: { id: sessionId }, select: { expiresAt: true } }),
    demoTime ? demoTime.read() : { now_at: (await context.clock.now()).toISOString(), offset_days: 0 },
  ]);
  const live = own.liveAt !== null;
  return {
    role: role ?? '',
    user: user && viewPerson(user),
    creditor: { name: own.companyName, slug: creditor.slug },
    currency: own.currency,
    time_zone: own.timeZone,
    live,
    sends: whereMailsGo(live, settings.email.resendApiKey !== null),
    now_at: time.now_at,
    demo: { clock: demoTime !== null, ...time, mailbox_url: settings.mailboxUrl },
    mailbox_url: settings.mailboxUrl,
    temporal_ui_url: settings.temporal.uiUrl,
    expires_at: session?.expiresAt.toISOString() ?? null,
  };
}

const viewPerson = ({ id, name, email, role, passwordHash }: User) => ({
  id,
  name,
  email,
  role,
  has_password: passwordHash !== null,
});
