import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeAboutMessage } from '../../../facts/decisions/judge-about-message.ts';
import { resolveMessage } from '../../../facts/messages/settling/resolve-message.ts';
import { settleLetter } from '../../../facts/messages/letters/settle-letter.ts';
import { retellColleague } from '../../../facts/qualifications/retell-colleague.ts';
import { settleProviderEvent } from '../../../facts/settle-provider-event.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// It was unknown whether a reminder had left. A person said that it had not, and then its provider reports that it did.

const LATER = new Date(NOW.getTime() + 3_600_000);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A reminder of the case's next step that a person declared not sent, and the one made in its place. */
async function saidNotSent(second: 'rendered' | 'sending' | null, data: object = {}) {
  const { id: invoiceId, customer } = await world.plannedCase();
  const { cycle, stepKey, level } = (await world.read(invoiceId)).openStep!;
  const made = async (status: string) => {
    const id = await handOver(world, { customerId: customer.id, invoiceId }, status);
    await world.db.messageItem.updateMany({ where: { messageId: id }, data: { cycle, stepKey, level } });
    return id;
  };
  const first = await made('ambiguous');
  await world.db.message.update({ where: { id: first }, data });
  const said = { outcome: 'not_sent', comment: 'Rien chez le prestataire' } as const;
  await resolveMessage(world.db, world.on(LATER), first, said);
  const next = second && (await made(second));
  if (next && second === 'rendered')
    await world.db.message.update({ where: { id: next }, data: { handedOverAt: null } });
  return { invoiceId, first, second: next };
}

const tells = (messageId: string, event: 'delivered' | 'bounced' | 'failed', at = LATER) =>
  settleProviderEvent(
    world.db,
    at,
    {
      ...{ providerReference: `re_${messageId}`, messageTag: messageId, event },
      ...{ bounceType: event === 'bounced' ? 'hard' : null, detail: '' },
    },
    'asked',
  );
const row = (id: string) => world.db.message.findUniqueOrThrow({ where: { id } });

describe('A mail that was said not to have left, and that its provider has delivered,', () => {
  it('has left, on the day on which it was handed over: its step is done, and its history says so', async () => {
    const { invoiceId, first } = await saidNotSent(null);
    expect(await tells(first, 'delivered')).toMatchObject({ tellings: [{ invoiceId, signal: 'messageSettled' }] });
    expect(await row(first)).toMatchObject({ status: 'delivered', sentAt: NOW, failureDetail: null });
    expect(await world.db.stepRecord.findMany({ where: { invoiceId } })).toMatchObject([
      { outcome: 'sent', messageId: first, at: NOW },
    ]);
    expect(await world.kinds(invoiceId)).toEqual(expect.arrayContaining(['note', 'cancelled', 'sent', 'delivered']));
    expect(await world.read(invoiceId)).toMatchObject({ level: 1, openStep: null });
  });

  it('takes the second one back that was made in its place, as long as that is still here', async () => {
    const { invoiceId, first, second } = await saidNotSent('rendered');
    await tells(first, 'delivered');
    expect(await row(second!)).toMatchObject({ status: 'cancelled', failureDetail: 'left_after_all' });
    expect(await world.db.messageItem.findMany({ where: { invoiceId, active: true } })).toMatchObject([
      { messageId: first },
    ]);
    expect(await world.db.stepRecord.count({ where: { invoiceId } })).toBe(1);
    expect(await world.db.action.count({ where: { attentionCode: 'sent_twice', messageId: first } })).toBe(0);
  });

  it('leaves the second one alone that is on its way, and a person is told that two left', async () => {
    const { first, second } = await saidNotSent('sending');
    await tells(first, 'delivered');
    expect(await row(first)).toMatchObject({ status: 'delivered', sentAt: NOW });
    expect(await row(second!)).toMatchObject({ status: 'sending' });
    const asked = await world.db.action.findMany({ where: { origin: 'message', messageId: first, state: 'open' } });
    expect(asked).toMatchObject([{ attentionCode: 'sent_twice' }]);
    expect(asked[0]!.title).toMatch(/était parti, contrairement à ce qui avait été noté/);
  });

  it('is told once, however often the provider says it', async () => {
    const { invoiceId, first } = await saidNotSent('sending');
    for (let times = 0; times < 2; times += 1) await tells(first, 'delivered');
    expect((await world.kinds(invoiceId)).filter((kind) => kind === 'sent')).toHaveLength(1);
    expect(await world.db.action.count({ where: { attentionCode: 'sent_twice', messageId: first } })).toBe(1);
  });
});

describe.each(['specific_action', 'acknowledgement'] as const)('Of what is no step (%s)', (origin) => {
  it('the provider is believed too where the second left for the same thing, and a person is told that two left', async () => {
    const of = { origin, originId: randomUUID() };
    const { first, second } = await saidNotSent('sending', of);
    await world.db.message.update({ where: { id: second! }, data: of });
    await world.db.messageItem.updateMany({ where: { messageId: { in: [first, second!] } }, data: { stepKey: null } });
    for (let times = 0; times < 2; times += 1) await tells(first, 'delivered');
    expect(await row(first)).toMatchObject({ status: 'delivered', sentAt: NOW, failureDetail: null });
    expect(await row(second!)).toMatchObject({ status: 'sending', originId: of.originId });
    expect(await world.db.historyEntry.count({ where: { messageId: first, kind: 'sent' } })).toBe(1);
    expect(await world.db.action.count({ where: { attentionCode: 'sent_twice', messageId: first } })).toBe(1);
  });
});

it('Of an acknowledgement that left twice no third is sent: its task is closed', async () => {
  const { first } = await saidNotSent('sending', { origin: 'acknowledgement' });
  await tells(first, 'delivered');
  const asked = { attentionCode: 'sent_twice', messageId: first };
  const { id: actionId } = await world.db.action.findFirstOrThrow({ where: asked });
  const on = world.on(LATER);
  const decides = (name: 'confirmStep' | 'skipStep') =>
    world.db.$transaction((tx) =>
      judgeAboutMessage(tx, on, name, { id: '', actionId, invoiceId: '', args: {}, actor: on.actor }),
    );
  expect((await decides('confirmStep'))?.verdict).toMatchObject({ accepted: false, code: 'nothing_left' });
  expect((await decides('skipStep'))?.verdict).toMatchObject({ accepted: true });
});

it('An internal mail that left twice can be told anew', async () => {
  const { first, second } = await saidNotSent('sending', { origin: 'internal', originId: randomUUID() });
  const { originId } = await row(first);
  await world.db.message.update({ where: { id: second! }, data: { origin: 'internal', originId } });
  await tells(first, 'delivered');
  const mail = { ...(await row(first)), customBodyHtml: '<p>À voir</p>', items: [] };
  expect(mail.originId).not.toBe(originId);
  expect(await world.db.$transaction((tx) => retellColleague(tx, mail))).toBe('<p>À voir</p>');
});

it('One that came back stops its case, and marks the address', async () => {
  const { invoiceId, first, second } = await saidNotSent('rendered');
  await tells(first, 'bounced');
  expect(await world.read(invoiceId)).toMatchObject({ attentionCode: 'hard_bounce', openStep: null });
  expect(await row(second!)).toMatchObject({ status: 'cancelled' });
});

it('One that its provider could not send had not left, as it was said', async () => {
  const { first, second } = await saidNotSent('rendered');
  await tells(first, 'failed');
  expect(await row(first)).toMatchObject({ status: 'cancelled', failureDetail: 'not_sent' });
  expect(await row(second!)).toMatchObject({ status: 'rendered' });
});

it('So with a registered letter that its print provider tells of', async () => {
  const letter = { kind: 'letter', letterKind: 'registered', viaPrintProvider: true, provider: 'maileva' } as const;
  const { first, second } = await saidNotSent('rendered', letter);
  const nothing = { trackingNumber: null, postageCents: null, detail: '', proofs: [] };
  const news = { ...nothing, provider: 'maileva', reference: first, providerReference: 'ref', events: ['deposited'] };
  await settleLetter(world.db, LATER, news as Parameters<typeof settleLetter>[2]);
  expect(await row(first)).toMatchObject({ status: 'deposited', sentAt: NOW, providerReference: 'ref' });
  expect(await row(second!)).toMatchObject({ status: 'cancelled' });
});
