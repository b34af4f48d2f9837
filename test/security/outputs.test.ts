import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Mail, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { printedText } from '../letters/read-pdf.ts';

/** What somebody might type where a name or a comment belongs: it must come out unchanged and have no effect. */
const HTML = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`;
const TAGS = '#balance #iban {{7*7}} ${7*7}';
const FORMULA = '=HYPERLINK("https://evil.example";"payez ici");=1+1';
const HEADERS = 'Ève\u0085Bcc: evil@evil.example\u2028To: evil@evil.example';

let business: Business;
let one: CaseFile;
let mail: Mail & { from: string; cc: string[]; bcc?: string[]; reply_to?: string[] };
let letter: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  const company = { name: `Martin "Fils" <evil@evil.example>, ${HTML}`.slice(0, 110), email: 'compta@martin.example' };
  await business.change('/settings', { company, address: { lines: [HTML], city: TAGS } });
  one = await CaseFile.open(business, {
    issuedOn: '2026-03-02',
    kind: 'professional',
    customer: {
      name: `${FORMULA} ${HEADERS}`,
      address: { lines: [HTML, TAGS, FORMULA], postal_code: '69004', city: `@SUM(1)${HTML}`, country: 'FR' },
      contacts: [],
      tags: [FORMULA.slice(0, 30), HTML.slice(0, 30)],
    },
    invoice: {
      number: unique(`=1+1<b>#iban`),
      case_file: { reference: FORMULA, mission: `${HTML} ${TAGS}`, report_status: FORMULA, invoice_status: HTML },
    },
  });
  const contact = { name: `${HTML} ${HEADERS}`, email: one.email, phone: '06 39 98 10 21', recovery: true };
  const changed = await business.change(`/customers/${one.customer.id}`, { contacts: [contact] });
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
  for (const words of [FORMULA, HTML]) await one.do('PUT', '/pause', { reason: words, comment: undefined });
  await one.do('DELETE', '/pause');
  await one.do('POST', '/reminders', { level: 1, mode: 'email', subject: '#customer_name · #invoice_number' });
  const mails = await eventually(
    () => one.mails(),
    ({ length }) => length > 0,
  );
  mail = mails[0] as typeof mail;
  letter = await printedText(await business.attachedBytes(mail));
}, 90_000);

describe('What was typed as a name or a comment, in a mail', () => {
  it('is text: no element, no attribute and no address of it is in the HTML', () => {
    expect(mail.html).not.toMatch(/<script|<img[^>]+onerror|onerror=alert\(2\)>|<b>#iban/i);
    expect(mail.html).toContain('&lt;');
    const elements = [...mail.html.matchAll(/<(\w+)/g)].map(([, name]) => name!.toLowerCase());
    expect(elements.filter((name) => ['script', 'iframe', 'object', 'form', 'svg', 'b'].includes(name))).toEqual([]);
    for (const [, href] of mail.html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(href).not.toMatch(/evil|javascript:/i);
  });

  it('is not read for tags a second time', () => {
    expect(mail.html).toContain('#iban');
    expect(mail.text).toContain('#iban');
    expect(mail.html + mail.text).not.toMatch(/FR\d{2}[ \d]{10,}#/);
    for (const said of [mail.html, mail.text, mail.subject, letter]) expect(said).not.toMatch(/(?<!\d)49(?!\d)/);
  });

  it('starts no header: one line each, one recipient, one sender whose address is the company’s', () => {
    const headers = [mail.subject, mail.from, ...mail.to, ...(mail.reply_to ?? [])];
    for (const header of headers) expect(header).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(mail.to).toHaveLength(1);
    expect(mail.to[0]).toMatch(new RegExp(`${one.email}>?$`, 'i'));
    expect([mail.cc, mail.bcc ?? []]).toEqual([[], []]);
    expect(mail.from).toMatch(/<compta@martin\.example>$|^compta@martin\.example$/);
    // A name that contains an address is quoted, so that no program takes it for an address.
    expect(mail.from.replace(/^".*"\s*<[^<>]*>$/s, '')).not.toContain('evil');
    for (const { filename } of mail.attachments) expect(filename).toMatch(/^[^\p{Cc}/\\:*?"<>|]+$/u);
  });

  it('is text in the letter too', () => {
    expect(letter).toContain('<script>');
    expect(letter).toContain('#iban');
  });
});

describe('A name with a line end', () => {
  it.each(['Ève\r\nBcc: evil@evil.example', 'Ève\nX: y', 'Ève\u0000', 'Ève\rY'])(
    '%j is refused, in every field',
    async (name) => {
      const refused = async (method: string, path: string, body: object, pointer: string) => {
        const answer = await business.ask(method, path, body, { 'If-Match': '*' });
        expect([path, answer.status, JSON.stringify(answer.body.errors)]).toEqual([
          path,
          422,
          expect.stringContaining(pointer),
        ]);
      };
      const customer = {
        reference: unique('C'),
        name,
        kind: 'consumer',
        language: 'fr',
        address: {},
        contacts: [{ name }],
      };
      await refused('POST', '/customers', customer, '/name');
      await refused('POST', '/customers', customer, '/contacts/0/name');
      await refused('POST', '/invoices', { number: name }, '/number');
      await refused('PATCH', '/settings', { company: { name } }, '/company/name');
      await refused('POST', `/invoices/${one.id}/reminders`, { mode: 'email', subject: name }, '/subject');
    },
  );
});

describe('A list as CSV', () => {
  it.each(['/customers', '/invoices', '/messages', '/actions', '/invoices/HISTORY'])(
    'GET %s: no cell is a formula to a spreadsheet, and no line has more cells than the first',
    async (path) => {
      const address = path.replace('/HISTORY', `/${one.id}/history`);
      const answer = await business.ask('GET', address, undefined, { Accept: 'text/csv' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      const rows: string[][] = parse(answer.body as string, { bom: true });
      expect(rows.length).toBeGreaterThan(1);
      const isFormula = (cell: string) => /^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+$/.test(cell);
      expect(rows.flat().filter(isFormula)).toEqual([]);
      // A French spreadsheet separates cells at `;`: for it our quotes are in the middle of a cell and quote nothing.
      const parted = (answer.body as string).split(/[;\t\r\n]/).map((cell) => cell.replace(/^["\s]+/, ''));
      expect(parted.filter(isFormula)).toEqual([]);
    },
  );

  it('still says the words, after an apostrophe', async () => {
    const { body } = await business.ask('GET', '/customers', undefined, { Accept: 'text/csv' });
    expect(body).toContain(`'=HYPERLINK`);
  });
});
