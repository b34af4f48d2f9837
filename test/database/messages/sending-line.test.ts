import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TryOutcome } from '../../../domain/messages/tries.ts';
import { readCases } from '../../../facts/cases/case-view.ts';
import { readDocument } from '../../../facts/cases/read-document.ts';
import { openLine } from '../../../facts/messages/sending-lines/sending-line.ts';
import { type TemporaryMailbox, temporaryMailbox } from '../../mailbox/temporary-mailbox.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

const WRONG_KEY: TryOutcome = { kind: 'misconfigured', code: 'invalid_api_key', detail: 'API key is invalid' };
const QUOTA: TryOutcome = { kind: 'not_accepted', code: 'daily_quota_exceeded', detail: 'used up', retryAfterMs: null };

let mailbox: TemporaryMailbox;
let sending: Awaited<ReturnType<typeof openSending>>;
/** Each test has a creditor of its own; the activities run against Postgres and the mailbox while Temporal is away. */
const opened = async () => (sending = await openSending(mailbox.url));
const rendered = (actor: 'system' | 'user' = 'user', data: object = {}) => sending.rendered(actor, data);
const row = (id: string) => sending.row(id);

beforeAll(async () => {
  mailbox = await temporaryMailbox();
});
afterAll(() => mailbox.stop());

describe('a line on which nothing passes', () => {
  it('is stopped once and said once, however many find it out; nobody fails, and one probes at a time', async () => {
    const { handOver, record, lines, stored } = await opened();
    const ids = [await rendered(), await rendered(), await rendered()] as const;
    for (const id of ids.slice(0, 2)) expect(await handOver(id)).toMatchObject({ kind: 'go', paced: false });
    const first = await record(ids[0], WRONG_KEY);
    const second = await record(ids[1], WRONG_KEY, minutes(1));
    expect([first.nextTryAt, second.nextTryAt]).toEqual([minutes(5).toISOString(), minutes(5).toISOString()]);
    expect(sending.errors).toMatchObject([{ code: 'invalid_api_key' }]);
    expect(await lines()).toMatchObject([{ provider: 'mailbox', code: 'invalid_api_key', waiting: 2, stoppedAt: NOW }]);
    expect(await handOver(ids[2], minutes(2))).toMatchObject({ kind: 'waits', code: 'invalid_api_key' });
    expect((await lines())[0]?.waiting).toBe(3);

    const probes = [
      await handOver(ids[1], minutes(5)),
      await handOver(ids[0], minutes(5)),
      await handOver(ids[2], minutes(5)),
    ];
    expect(probes).toMatchObject([{ kind: 'go', probe: true }, { kind: 'waits' }, { kind: 'waits' }]);
    await record(ids[1], WRONG_KEY, minutes(5));
    expect((await stored())[0]?.nextProbeAt).toEqual(minutes(10));
    expect(sending.errors).toHaveLength(1);
    for (const id of ids) expect((await row(id)).status).toBe('rendered');
    expect(
      await sending.world.db.invoice.count({
        where: { creditorId: sending.world.creditor.id, attentionCode: { not: null } },
      }),
    ).toBe(0);
  });

  it('is named by the case whose reminder waits for it, however the case is read; a line of others is not', async () => {
    const { handOver, record, world } = await opened();
    const id = await rendered();
    const { invoiceId } = await world.db.messageItem.findFirstOrThrow({ where: { messageId: id } });
    await world.plan(invoiceId);
    await world.db.openStep.update({ where: { invoiceId }, data: { messageId: id } });
    const told = async () => [
      (await readCases(world.db, { where: { id: invoiceId } }))[0]?.lineStoppedAt,
      (await readDocument(world.db, world.creditor.id, invoiceId))?.row.lineStoppedAt,
    ];
    const stopped = {
      creditorId: world.creditor.id,
      provider: 'resend',
      kind: 'refused',
      stoppedAt: minutes(-9),
    } as const;
    await world.db.sendingLine.create({ data: stopped });
    expect(await told()).toEqual([null, null]);
    await handOver(id);
    await record(id, WRONG_KEY);
    expect(await told()).toEqual([NOW, NOW]);
    // It has opened, and the message has not tried again yet.
    await openLine(world.db, { creditorId: world.creditor.id, provider: 'mailbox' });
    expect(await told()).toEqual([null, null]);
  });

  it('opens when the probe is taken, and then everybody may go', async () => {
    const { handOver, record, settle, lines } = await opened();
    const [first, other] = [await rendered(), await rendered()];
    await handOver(first);
    await record(first, WRONG_KEY);
    expect(await handOver(first, minutes(5))).toMatchObject({ kind: 'go', probe: true });
    await settle(first, minutes(5), true);
    expect(await lines()).toEqual([]);
    const go = await handOver(other, minutes(6));
    expect(go).toMatchObject({ kind: 'go' });
    expect(go).not.toHaveProperty('probe');
  });

  it('does not open because of a mail that was on its way before it stopped', async () => {
    const { handOver, record, settle, lines } = await opened();
    const [first, early] = [await rendered(), await rendered()];
    await handOver(early);
    await handOver(first);
    await record(first, WRONG_KEY);
    await settle(early, minutes(1), false);
    expect(await lines()).toHaveLength(1);
  });

  it('is one creditor’s: another’s mails pass', async () => {
    const { handOver, record } = await opened();
    const stopped = await rendered();
    await handOver(stopped);
    await record(stopped, WRONG_KEY);
    const elsewhere = await opened();
    expect(await elsewhere.handOver(await rendered())).toMatchObject({ kind: 'go' });
  });

  it('is probed every hour when the quota is used up, and the message says why and until when', async () => {
    const { handOver, record, stored } = await opened();
    const id = await rendered();
    await handOver(id);
    expect((await record(id, QUOTA)).nextTryAt).toBe(minutes(60).toISOString());
    expect(await stored()).toMatchObject([{ kind: 'quota', code: 'daily_quota_exceeded' }]);
    expect(await row(id)).toMatchObject({
      status: 'rendered',
      waitCode: 'daily_quota_exceeded',
      waitDetail: 'used up',
      nextTryAt: minutes(60),
      waitsForLine: true,
    });
  });

  it('says what the provider said, which the try left with the message; the log has its code alone', async () => {
    const { handOver, record, stored } = await opened();
    const said = 'You can only send testing emails to paul@roy.example';
    const id = await rendered();
    await handOver(id);
    await sending.world.db.message.update({ where: { id }, data: { waitDetail: said } });
    await record(id, { ...WRONG_KEY, detail: '' });
    expect(await stored()).toMatchObject([{ code: 'invalid_api_key', detail: said }]);
    expect((await row(id)).waitDetail).toBe(said);
    expect(sending.errors).toMatchObject([{ code: 'invalid_api_key' }]);
    expect(JSON.stringify(sending.errors)).not.toContain('roy.example');
    // As an earlier release recorded it: with the provider's words.
    const older = await opened();
    const other = await rendered();
    await older.handOver(other);
    await older.record(other, { ...WRONG_KEY, detail: said });
    expect([(await row(other)).waitDetail, JSON.stringify(older.errors)]).toEqual([
      said,
      expect.not.stringContaining(said),
    ]);
  });

  it('is not stopped by a mail that was too fast, or refused for itself', async () => {
    const { handOver, record, lines } = await opened();
    const id = await rendered();
    await handOver(id);
    await record(id, { kind: 'not_accepted', code: 'rate_limit_exceeded', detail: 'slow', retryAfterMs: 1_000 });
    expect(await lines()).toEqual([]);
    expect(await row(id)).toMatchObject({ waitCode: 'rate_limit_exceeded', waitsForLine: false });
    expect(sending.errors).toEqual([]);
  });

  it('keeps a message whose earlier try is unknown no longer than the provider knows its key', async () => {
    const { handOver, record } = await opened();
    const [first, unknown] = [await rendered(), await rendered()];
    await handOver(first);
    await record(first, QUOTA);
    const since = minutes(-60 * 22.5);
    await sending.world.db.message.update({
      where: { id: unknown },
      data: { status: 'sending', unknownSinceAt: since },
    });
    expect(await handOver(unknown, NOW, true)).toMatchObject({ kind: 'waits', untilAt: minutes(30).toISOString() });
  });
});
