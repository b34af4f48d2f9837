import { beforeAll, describe, expect, it } from 'vitest';
import { type HistoryData, historyText } from '../../../domain/case/history-text.ts';
import type { LetterKind } from '../../../domain/ladder/step.ts';
import { tellLetter } from '../../../facts/messages/letters/tell-letter.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// Only a person can report what became of a letter that a person posted, with the states that a print provider reports.

const BY_MAILEVA = { print: { provider: 'maileva', kinds: ['registered'] }, sms: null } as const;
const LATER = new Date('2026-12-04T10:00:00.000Z');

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** A formal notice about one invoice that a person posted on 24 November. */
async function posted(letterKind: LetterKind = 'registered', more: object = {}) {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const id = await handOver(world, { customerId: customer.id, invoiceId }, 'deposited');
  const letter = { kind: 'letter', letterKind, level: 3, provider: 'person', sentAt: NOW } as const;
  await world.db.message.update({ where: { id }, data: { ...letter, recipients: [], ...more } });
  const says = (status: 'signed' | 'refused' | 'unclaimed' | 'undeliverable', on?: string, at = LATER) =>
    tellLetter(world.db, { ...world.on(at), connectors: BY_MAILEVA }, id, { status, ...(on ? { on } : {}) });
  const standing = async () => {
    const { status, failureCode } = await world.db.message.findUniqueOrThrow({ where: { id } });
    const { attentionCode, version } = await world.read(invoiceId);
    const asked = await world.db.action.count({
      where: { origin: 'attention', state: 'open', invoices: { some: { invoiceId } } },
    });
    return { status, failureCode, attentionCode, asked, version };
  };
  const history = () =>
    world.db.historyEntry.findMany({ where: { invoiceId, kind: 'letter_status' }, orderBy: { id: 'asc' } });
  return { id, invoiceId, says, standing, history };
}

describe('Of a registered letter that he posted a person may say', () => {
  it.each(['signed', 'refused', 'unclaimed'] as const)('that it was %s, and the case goes on', async (status) => {
    const { invoiceId, says, standing, history } = await posted();
    expect(await says(status, '2026-12-02')).toMatchObject([{ invoiceId, signal: 'messageSettled' }]);
    expect(await standing()).toMatchObject({ status, failureCode: null, attentionCode: null, asked: 0 });
    const [told] = await history();
    expect(told).toMatchObject({
      actorName: 'Léa Martin',
      data: { status, on: '2026-12-02', letterKind: 'registered' },
    });
  });

  it('that it was refused, and the history knows whether it was a formal notice by its text', async () => {
    const told = [];
    for (const formalNotice of [true, false, null]) {
      const { says, history } = await posted('registered', { formalNotice });
      await says('refused');
      const [line] = await history();
      told.push(historyText('letter_status', line!.data as HistoryData, 'fr').includes('valant mise en demeure'));
    }
    expect(told).toEqual([true, false, true]);
  });

  it('that it could not be delivered: its case stops, and a person is asked', async () => {
    const { says, standing } = await posted();
    await says('undeliverable');
    const stopped = { failureCode: 'undeliverable_letter', attentionCode: 'undeliverable_letter', asked: 1 };
    expect(await standing()).toMatchObject({ status: 'undeliverable', ...stopped });
  });

  it('the same once more, which changes nothing', async () => {
    const { says, standing, history } = await posted();
    await says('refused');
    const before = await standing();
    expect(await says('refused')).toEqual([]);
    expect(await standing()).toEqual(before);
    expect(await history()).toHaveLength(1);
  });

  it('that it came back, when the print provider that took it is no longer the one of today', async () => {
    const { says, standing } = await posted('registered', {
      ...{ viaPrintProvider: true, provider: 'merci_facteur', test: false },
    });
    await says('unclaimed');
    expect(await standing()).toMatchObject({ status: 'unclaimed', attentionCode: null });
  });

  it('another thing, when it was a slip: its case goes on, and the history tells both', async () => {
    const { invoiceId, says, standing, history } = await posted();
    await says('undeliverable');
    expect(await says('signed', '2026-12-02')).toMatchObject([{ invoiceId, signal: 'messageSettled' }]);
    expect(await standing()).toMatchObject({ status: 'signed', failureCode: null, attentionCode: null, asked: 0 });
    expect((await history()).map(({ data }) => (data as { status: string }).status)).toEqual([
      'undeliverable',
      'signed',
    ]);
    await says('undeliverable');
    expect(await standing()).toMatchObject({
      status: 'undeliverable',
      attentionCode: 'undeliverable_letter',
      asked: 1,
    });
  });
});

describe('What a person says of a letter is refused', () => {
  it('of a day that is still to come, or on which it was not posted yet', async () => {
    const { says, standing } = await posted();
    await expect(says('signed', '2026-12-05')).rejects.toMatchObject({ code: 'day_to_come' });
    await expect(says('signed', '2026-11-23')).rejects.toMatchObject({ code: 'before_posted' });
    expect((await standing()).status).toBe('deposited');
  });

  it('of a simple letter, for which nobody signs: it can only come back', async () => {
    const { says, standing } = await posted('simple', { status: 'sent' });
    await expect(says('signed')).rejects.toMatchObject({ code: 'not_registered' });
    await says('undeliverable');
    expect(await standing()).toMatchObject({ status: 'undeliverable', asked: 1 });
  });

  it.each([
    ['that a print provider follows', { viaPrintProvider: true, provider: 'maileva', test: false }, 'told_by_provider'],
    ['that still waits to be posted', { status: 'rendered', sentAt: null }, 'not_posted'],
    ['that is no letter', { kind: 'email', letterKind: null }, 'not_a_letter'],
  ])('of one %s', async (_, more, code) => {
    const { says, history } = await posted('registered', more);
    await expect(says('signed')).rejects.toMatchObject({ code });
    expect(await history()).toEqual([]);
  });

  it('of another creditor’s', async () => {
    const other = await openWorld();
    const { id } = await posted();
    await expect(tellLetter(other.db, other.on(LATER), id, { status: 'signed' })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
