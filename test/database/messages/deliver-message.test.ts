import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createDeliverMessage } from '../../../activities/deliver-message.ts';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { reserveMessage } from '../../../facts/messages/reserving/reserve-message.ts';
import { createMailboxProvider } from '../../../providers/email/resend.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../../mailbox/temporary-mailbox.ts';
import { createWorld, type World } from '../world.ts';

const SENDER = { senderName: 'Ateliers Roux', senderEmail: 'compta@roux.example' };

describe('One try of a message', () => {
  let world: World;
  let mailbox: TemporaryMailbox;
  beforeAll(async () => {
    world = await createWorld();
    mailbox = await temporaryMailbox();
  });
  afterAll(async () => {
    await mailbox.stop();
  });

  /** A mail as rendering leaves it. `test`: the creditor is not live. */
  async function renderedMail(to: string, test = true): Promise<string> {
    const customer = await world.customer();
    const invoice = await world.invoice(customer.reference);
    const item = { invoiceId: invoice.id, cycle: 1, stepKey: 'r1', level: 1, repeat: 0, amountCents: 100_00 };
    const id = await world.db.$transaction((tx) =>
      reserveMessage(tx, world.context, {
        customerId: customer.id,
        language: 'fr',
        currency: 'EUR',
        kind: 'email',
        letterKind: null,
        level: 1,
        origin: 'step',
        originId: null,
        actionId: null,
        templateId: null,
        actor: world.context.actor,
        test,
        items: [item],
      }),
    );
    await world.db.message.update({ where: { id }, data: { status: 'rendered', subject: 'Rappel', recipients: [to] } });
    const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46]);
    await world.db.messageContent.create({
      data: { messageId: id, html: '<p>Rappel</p>', text: 'Rappel', pdf, ...SENDER },
    });
    return id;
  }

  const deps = (): ActivityDeps => ({
    db: world.all,
    dispatcher: null as never,
    liveEmail: null,
    mailbox: createMailboxProvider({ baseUrl: mailbox.url }),
    emailFrom: null,
    firstTasksPerSecond: 30,
    log: pino({ level: 'silent' }),
  });
  const tryOnce = (messageId: string, environment = new MockActivityEnvironment()) =>
    environment.run(createDeliverMessage(deps()), { creditorId: world.creditorId, messageId });

  it('hands over the stored bytes, and however often it runs the provider takes one mail', async () => {
    const id = await renderedMail('once@client.example');
    const first = await tryOnce(id);
    expect(first).toMatchObject({ kind: 'accepted' });
    expect(await tryOnce(id)).toEqual(first);
    const mails = await mailbox.mails('?to=once@client.example');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ idempotency_key: id, html: '<p>Rappel</p>', text: 'Rappel' });
    expect(mails[0]?.attachments).toHaveLength(1);
  });

  it.each([
    ['fr', 'step', 'relance.pdf'],
    ['en', 'step', 'reminder.pdf'],
    ['fr', 'statement', 'etat-impayes.pdf'],
    ['en', 'statement', 'statement.pdf'],
  ] as const)('names its letter in the reader’s language: %s, %s: %s', async (language, origin, filename) => {
    const to = `${filename}@${language}.example`;
    const id = await renderedMail(to);
    await world.db.message.update({ where: { id }, data: { language, origin } });
    await tryOnce(id);
    const [mail] = await mailbox.mails(`?to=${to}`);
    expect(mail?.attachments.map((one) => one.filename)).toEqual([filename]);
  });

  it('is the same mail when it is tried again after the company has changed its name and its address', async () => {
    const id = await renderedMail('same@client.example');
    const first = await tryOnce(id);
    const renamed = { companyName: 'Nouvelle Raison', companyEmail: 'nouvelle@relance.example' };
    await world.all.settings.update({ where: { creditorId: world.creditorId }, data: renamed });
    expect(await tryOnce(id)).toEqual(first);
    expect(await mailbox.mails('?to=same@client.example')).toMatchObject([
      { from: 'Ateliers Roux <compta@roux.example>', reply_to: ['compta@roux.example'] },
    ]);
  });

  it('has the answers to a mail between colleagues go to the one who wrote', async () => {
    const id = await renderedMail('collegue@roux.example');
    await world.db.messageContent.update({ where: { messageId: id }, data: { replyTo: 'helene@roux.example' } });
    await tryOnce(id);
    expect(await mailbox.mails('?to=collegue@roux.example')).toMatchObject([
      { from: 'Ateliers Roux <compta@roux.example>', reply_to: ['helene@roux.example'] },
    ]);
  });

  it.each(['Relance <envoi@verifie.example>', 'envoi@verifie.example'])(
    'from %s it has that address, and the name of the company whose mail it is',
    async (emailFrom) => {
      const to = `${crypto.randomUUID()}@client.example`;
      const messageId = await renderedMail(to);
      const call = { creditorId: world.creditorId, messageId };
      await new MockActivityEnvironment().run(createDeliverMessage({ ...deps(), emailFrom }), call);
      expect(await mailbox.mails(`?to=${to}`)).toMatchObject([
        { from: 'Ateliers Roux <envoi@verifie.example>', reply_to: ['compta@roux.example'] },
      ]);
    },
  );

  it('by SMS it comes from SMS_SENDER, and from its own company once another creditor is live too, which is logged once', async () => {
    const messageId = await renderedMail('sms@client.example');
    await world.db.message.update({ where: { id: messageId }, data: { kind: 'sms', recipients: ['+33612345678'] } });
    const renamed = { companyName: 'Garonne Diagnostics' };
    await world.all.settings.update({ where: { creditorId: world.creditorId }, data: renamed });
    const { id: otherId } = await createCreditor(world.all, { name: 'Autre' });
    const senders: string[] = [];
    const send = async ({ sender }: { sender: string }) => (senders.push(sender), { kind: 'accepted', reference: 'r' });
    const sms = { name: 'mailbox', isIdempotent: true, send } as never;
    const channels = { print: null, sms: { live: sms, mailbox: sms, sender: 'Cabinet' } } as never;
    const warnings: string[] = [];
    const log = { warn: (text: string) => warnings.push(text) } as never;
    // The database is shared with other tests: the installation here is these two creditors.
    const ofTwo = { creditorId: { in: [world.creditorId, otherId] } };
    const db = world.all.$extends({
      query: { settings: { count: ({ args, query }) => query({ where: { AND: [args.where ?? {}, ofTwo] } }) } },
    }) as never;
    const built = { ...deps(), db, channels, log };
    const tryIt = () =>
      new MockActivityEnvironment().run(createDeliverMessage(built), { creditorId: world.creditorId, messageId });
    await tryIt();
    await world.all.settings.update({ where: { creditorId: otherId }, data: { liveAt: new Date() } });
    await tryIt();
    await tryIt();
    expect(senders).toEqual(['Cabinet', 'Garonne', 'Garonne']);
    expect(warnings).toEqual([expect.stringContaining('SMS_SENDER is not used')]);
  });

  it('does not know the outcome when its worker is stopped while the provider is silent', async () => {
    await mailbox.order({ next: 1, kind: 'accept_then_timeout', to: 'silent@client.example' });
    const id = await renderedMail('silent@client.example');
    const environment = new MockActivityEnvironment();
    const outcome = tryOnce(id, environment);
    await expect.poll(() => mailbox.mails('?to=silent@client.example')).toHaveLength(1);
    environment.cancel('WORKER_SHUTDOWN');
    expect(await outcome).toMatchObject({ kind: 'unknown' });
  });

  it('keeps what the provider said of it with the message, and answers without: that may quote whom it was for', async () => {
    await mailbox.order({ next: 1, kind: '422', to: 'quoted@client.example' });
    const id = await renderedMail('quoted@client.example');
    expect(await tryOnce(id)).toEqual({ kind: 'refused', code: 'validation_error', detail: '' });
    const { waitDetail } = await world.db.message.findUniqueOrThrow({ where: { id } });
    expect(waitDetail).toContain('quoted@client.example');
  });

  it('says that the words are lost where they could not be kept, and not those of the try before', async () => {
    await mailbox.order({ next: 1, kind: '422', to: 'lost@client.example' });
    const id = await renderedMail('lost@client.example');
    await world.db.message.update({ where: { id }, data: { waitDetail: '429 rate_limit_exceeded' } });
    const whileLocked = world.all.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM messages WHERE id = ${id}::uuid FOR UPDATE`;
        return tryOnce(id);
      },
      { timeout: 30_000 },
    );
    const detail = 'What the provider said could not be kept.';
    expect(await whileLocked).toEqual({ kind: 'refused', code: 'validation_error', detail });
  });

  it('lets nothing leave for a live creditor without a provider’s key', async () => {
    const id = await renderedMail('live@client.example', false);
    expect(await tryOnce(id)).toMatchObject({ kind: 'misconfigured', code: 'no_key' });
    expect(await mailbox.mails('?to=live@client.example')).toHaveLength(0);
  });
});
