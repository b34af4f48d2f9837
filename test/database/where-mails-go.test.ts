import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOfAll, mailsSaid } from '../../metrics/where-mails-go.ts';
import { startApi } from './api/running-api.ts';

let api: Awaited<ReturnType<typeof startApi>>;
let db: typeof api.context.db;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await startApi();
  ({ db } = api.context);
  ours = await api.newCreditor('Nous');
});
afterAll(() => api.stop());

const shown = async () => {
  const { body: session } = await api.ask('GET', '/v1/session', { key: ours.admin });
  const { body: providers } = await api.ask('GET', '/v1/settings/providers', { key: ours.admin });
  const { body: settings } = await api.ask('GET', '/v1/settings', { key: ours.admin });
  return [session.sends, providers.mail.leaves, settings.mail_leaves];
};

describe('Without a provider’s key', () => {
  it('all mails of a creditor on trial arrive in the local mailbox; those of one that is live go nowhere, and nobody says otherwise', async () => {
    expect(await shown()).toEqual(['mailbox', false, false]);
    await db.settings.update({ where: { creditorId: ours.id }, data: { liveAt: new Date() } });
    expect(await shown()).toEqual(['nowhere', false, false]);
    const { isAlarm, en } = await mailsOfAll(db, false);
    expect([isAlarm, en]).toEqual([
      true,
      expect.stringMatching(/^RESEND_API_KEY is missing: nothing leaves for \d+ live cred/),
    ]);
    await db.settings.update({ where: { creditorId: ours.id }, data: { liveAt: null } });
  });
});

describe('What the logs say of the mails', () => {
  it('is that none leaves, for as long as nobody is live', () => {
    expect(mailsSaid(0, false).en).toBe('No mail leaves this machine: all of them arrive in the mailbox.');
    expect(mailsSaid(0, true).en).toContain('a Resend key is set, but no creditor is live');
  });

  it('is that they really leave once somebody is live, and that they wait when the key is missing then', () => {
    expect(mailsSaid(1, true)).toMatchObject({ en: expect.stringContaining('for 1 live creditor'), isAlarm: false });
    expect(mailsSaid(2, true).fr).toContain('partent réellement pour 2 créanciers en réel');
    expect(mailsSaid(1, false)).toMatchObject({ fr: expect.stringContaining('rien ne part pour 1 créancier en réel') });
  });
});
