import { beforeAll, expect, it } from 'vitest';
import { NOW } from '../holds/case-world.ts';
import { openSending } from './sending-world.ts';

let sending: Awaited<ReturnType<typeof openSending>>;
const mailboxUrl = 'http://boite.example';
beforeAll(async () => {
  const connectors = { print: { provider: 'mailbox', kinds: ['ere_simple'] as const }, sms: null };
  sending = await openSending('http://127.0.0.1:1', { connectors, print: null, sms: null, mailboxUrl });
});

/** The notice to the recipient of an electronic delivery that this provider has accepted. */
async function noticeOf(provider: string) {
  const taken = { kind: 'letter', letterKind: 'ere_simple', viaPrintProvider: true } as const;
  const id = await sending.rendered('user', { ...taken, provider, recipients: ['anne@client.example'] });
  await sending.settle(id, NOW, false);
  const originId = `notice/recipient/${id}`;
  return { id, notice: await sending.world.db.message.findFirst({ where: { originId } }) };
}

it('001-27 whom an electronic delivery is tried out on is told where the local mailbox shows it, to read it and sign', async () => {
  const { id, notice } = await noticeOf('mailbox');
  expect(notice).toMatchObject({ customRecipients: ['anne@client.example'] });
  expect(notice!.customBodyHtml).toContain(`<a href="${mailboxUrl}/#letters/${id}">`);
  expect(notice!.customBodyHtml).toContain('essai');
});

it('of what a provider takes the recipient hears from the provider alone', async () => {
  expect((await noticeOf('merci_facteur')).notice).toBeNull();
});
