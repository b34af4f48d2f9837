import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, temporaryMailbox } from './temporary-mailbox.ts';
import type { TemporaryMailbox } from './temporary-mailbox.ts';

const HOSTILE = '<p>Bonjour</p><script>parent.document.title = "pris"</script><img src="https://trace.example/x.gif">';
let mailbox: TemporaryMailbox;
const ids: string[] = [];

async function send(change: Record<string, unknown>): Promise<string> {
  const email = { from: 'r@durand.example', to: 'c@client.example', subject: 'Relance', text: 'Bonjour', ...change };
  const answer = await post(`${mailbox.url}/emails`, email, { authorization: 'Bearer re_test' });
  return ((await answer.json()) as { id: string }).id;
}
const get = (path: string) => fetch(`${mailbox.url}${path}`);

beforeAll(async () => {
  mailbox = await temporaryMailbox();
  for (const n of [0, 1, 2, 3, 4])
    ids.push(await send({ subject: `Relance ${n}`, to: n === 3 ? 'autre@client.example' : 'c@client.example' }));
});
afterAll(() => mailbox.stop());

describe('the page', () => {
  test('says in French with the apostrophes of print, as the product does', async () => {
    for (const path of ['/', '/page.js', '/papers.js']) {
      const french = (await (await get(path)).text()).match(/[^\n]*\b(?:Aucun|Boîte|Dites|Relance)\b[^\n]*/g) ?? [];
      expect(french.filter((line) => /\p{L}'\p{L}/u.test(line))).toEqual([]);
    }
  });

  test('says in large that nothing leaves this machine, and loads only from here', async () => {
    const page = await get('/');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Boîte locale : aucun de ces courriels n’a quitté cette machine');
    // In the machine's own time, beside the product's days, which the demonstration's clock moves.
    expect(html).toContain('Heures de cette machine');
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const parts = [...html.matchAll(/(?:href|src)="(page\.[a-z]+)"/g)].map(([, part]) => part);
    expect(parts).toEqual(['page.css', 'page.js']);
    for (const part of parts) expect((await get(`/${part}`)).status).toBe(200);
    expect(html).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  });

  test('shows a mail that can neither run a script nor fetch from outside', async () => {
    const id = await send({ html: HOSTILE });
    const shown = await get(`/messages/${id}/html`);
    expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(shown.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;/,
    );
    expect(await shown.text()).toBe(HOSTILE);
  });

  test('opens the links of a mail beside it', async () => {
    const id = await send({
      html: '<html><head></head><body><a href="https://relance.example">Lire</a></body></html>',
    });
    const shown = await get(`/messages/${id}/html`);
    expect(await shown.text()).toContain('<head><base target="_blank"></head>');
  });

  test.each([
    ['relance.pdf', undefined, 'application/pdf', /^inline; filename=relance.pdf$/],
    ['relève échéance.pdf', 'application/pdf', 'application/pdf', /^inline; filename=.*filename\*=UTF-8''rel%C3%A8ve/],
    ['page.html', 'text/html', 'text/html', /^attachment; filename=page.html$/],
    ['dessin.svg', 'image/svg+xml', 'image/svg+xml', /^attachment/],
  ])('opens a PDF in place, and only offers what could run: %s', async (filename, given, type, disposition) => {
    const content = Buffer.from('x').toString('base64');
    const id = await send({
      attachments: [{ filename, content, ...(given === undefined ? {} : { content_type: given }) }],
    });
    const file = await get(`/messages/${id}/attachments/0`);
    expect(file.headers.get('content-type')).toBe(type);
    expect(file.headers.get('content-disposition')).toMatch(disposition);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the list', () => {
  test('is newest first, and one address’s own when asked', async () => {
    const subjects = (await mailbox.mails()).filter(({ id }) => ids.includes(id)).map(({ subject }) => subject);
    expect(subjects).toEqual(['Relance 4', 'Relance 3', 'Relance 2', 'Relance 1', 'Relance 0']);
    expect((await mailbox.mails('?to=AUTRE@client.example')).map(({ id }) => id)).toEqual([ids[3]]);
  });

  test('comes whole unless pages are asked for, which together are the same list', async () => {
    const whole = (await mailbox.mails()).map(({ id }) => id);
    const paged: string[] = [];
    for (let before: string | null = ''; before !== null;) {
      const answer = await get(`/messages?limit=2${before === '' ? '' : `&before=${before}`}`);
      const page = (await answer.json()) as { data: { id: string }[]; next_before: string | null };
      expect(page.data.length).toBeLessThanOrEqual(2);
      paged.push(...page.data.map(({ id }) => id));
      before = page.next_before;
    }
    expect(paged).toEqual(whole);
  });

  test('searches recipients and subjects, and leaves the bodies out of a summary', async () => {
    const found = await mailbox.mails('?q=AUTRE@&summary=true');
    expect(found.map(({ id }) => id)).toEqual([ids[3]]);
    expect(found[0]).not.toHaveProperty('html');
    expect((await mailbox.mails('?q=relance 2')).map(({ id }) => id)).toEqual([ids[2]]);
  });

  test.each(['limit=0', 'limit=x', 'limit=1001', 'page=2', 'to=a&to=b'])('with ?%s is 400', async (query) => {
    expect((await get(`/messages?${query}`)).status).toBe(400);
  });
});

test('one mail is the same alone as in the list', async () => {
  const alone: unknown = await (await get(`/messages/${ids[1]}`)).json();
  expect((await mailbox.mails()).find(({ id }) => id === ids[1])).toEqual(alone);
});

test.each(['/messages/x', '/messages/x/html', '/messages/x/attachments/0', '/nothing', '/page/index.html'])(
  '%s is 404',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  },
);

test.each(['0', '-1', '1e0', '..%2f..%2fmessages.jsonl'])(
  'an attachment %s that the mail does not have is 404',
  async (n) => {
    expect((await get(`/messages/${ids[0]}/attachments/${n}`)).status).toBe(404);
  },
);
