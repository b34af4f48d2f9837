import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isPassword } from '../../../facts/people/password.ts';
import { startApi } from '../api/running-api.ts';
import { Browser } from '../api/session/browser.ts';

const PASSWORD = 'tapé au clavier, pas en argument';
let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
});
afterAll(() => api.stop());

async function user(args: string[], input = '') {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'user', ...args], {
    env: { ...process.env, DATABASE_URL: inject('databaseUrl') },
  });
  child.stdin.end(input);
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ]);
  return { out, error, code };
}
const find = (email: string) => api.db.user.findFirst({ where: { creditorId: ours.id, email } });

describe('npm run user', () => {
  it('takes somebody in who can sign in with the password from standard input', async () => {
    const args = [
      'add',
      '--email',
      'Odile@Example.org',
      '--name',
      'Odile Martin',
      '--role',
      'admin',
      '--creditor',
      ours.slug,
    ];
    const added = await user(args, `${PASSWORD}\n`);
    expect([added.code, added.out]).toEqual([0, `odile@example.org may sign in as admin of ${ours.slug}.\n`]);
    expect((await new Browser(api).signIn('odile@example.org', PASSWORD)).status).toBe(201);
    const again = await user(args, `${PASSWORD}\n`);
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('already')]);
    const listed = await user(['list', '--creditor', ours.slug]);
    expect(listed.out).toBe(`${ours.slug}\tadmin\todile@example.org\tOdile Martin\tpassword\n`);
  });

  it('gives a new password, and takes none that is too short', async () => {
    const email = 'rene@example.org';
    await api.db.user.create({
      data: { id: crypto.randomUUID(), creditorId: ours.id, name: 'René', email, role: 'collector' },
    });
    const args = ['password', '--email', email, '--creditor', ours.slug];
    expect(await user(args, 'court\n')).toMatchObject({ code: 1, error: 'A password has 12 to 200 characters.\n' });
    expect((await find(email))?.passwordHash).toBeNull();
    expect((await user(args, PASSWORD)).code).toBe(0);
    expect(await isPassword(PASSWORD, (await find(email))?.passwordHash ?? null)).toBe(true);
  });

  it('asks for which creditor where there are several, and for a role that there is', async () => {
    await api.newCreditor('Eux');
    const args = ['add', '--email', 'x@example.org', '--name', 'X', '--role'];
    expect(await user([...args, 'admin'], PASSWORD)).toMatchObject({
      code: 1,
      error: expect.stringContaining('Say --creditor'),
    });
    expect(await user([...args, 'operator', '--creditor', ours.slug], PASSWORD)).toMatchObject({
      code: 1,
      error: expect.stringContaining('--role'),
    });
    expect(await find('x@example.org')).toBeNull();
  });
});
