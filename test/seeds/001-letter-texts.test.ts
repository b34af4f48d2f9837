import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Said, unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus, workingDay } from '../e2e/french-days.ts';
import { printedLinks, printedText } from '../letters/read-pdf.ts';
import { signedIn } from './signed-in.ts';

// What a letter says; 001-letters.test.ts shows how letters leave. Each title names its requirements (docs/capabilities.md).

let business: Business;
let todayOn: string;
let one: CaseFile;

const LOGO = new URL('../../letters/shipped-logo.png', import.meta.url);

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
  one = await CaseFile.open(business, {
    ...{ kind: 'professional', issuedOn: plus(todayOn, -60), dueOn: plus(todayOn, -30), cents: 1_234_56 },
    invoice: { payment_url: 'https://pay.example/f-1', invoice_url: 'https://ged.example/f-1.pdf' },
  });
});

const text = (body_html: string, more: object = {}) => ({
  ...{ name: unique('Lettre'), kind: 'letter', language: 'fr', subject: 'Votre compte', body_html },
  ...more,
});

/** A preview of this text on the invoice, before it is saved: the mail, its plain text, and the text of the letter. */
async function previewed(body_html: string, invoice: CaseFile = one) {
  const draft = text(body_html, { invoice_id: invoice.id });
  const { html, text: plain, pdf_url: url } = await business.do('POST', '/templates/preview', draft);
  const pdf = Buffer.from((url as string).split(',')[1] ?? '', 'base64');
  return { html: html as string, text: plain as string, pdf, printed: await printedText(pdf) };
}

describe('A letter template', () => {
  it('001-01 can always be added: there is no limit on their number', async () => {
    const before = (await business.do('GET', '/templates?kind=letter&count=true')).total;
    for (let made = 0; made < 30; made += 1) await business.do('POST', '/templates', text('<p>Bonjour</p>'));
    expect((await business.do('GET', '/templates?kind=letter&count=true')).total).toBe(before + 30);
  });

  it('001-04 has tags, which are filled in when the letter is made; an unknown tag is refused, with its place in the text', async () => {
    const { printed } = await previewed('<p>Vous devez #balance sur la facture #invoice_number.</p>');
    expect(printed.replace(/\s/g, '')).toContain(`Vousdevez1234,56€surlafacture${one.number}.`);
    const refused = await business.ask('POST', '/templates', text('<p>Bonjour #customer_nom</p>'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'unknown_tag' } });
    expect(refused.body.errors).toMatchObject([{ pointer: '/body_html', detail: 'There is no tag #customer_nom.' }]);
  });

  it('001-05 belongs to an action of a scenario: a change to the template changes what that action will say', async () => {
    const template = await business.do('POST', '/templates', text('<p>Première version</p>', { level: 1 }));
    const step = { key: 'r1', level: 1, kind: 'letter', anchor: 'due_on', delay_days: 1, mode: 'manual' };
    const steps = [{ ...step, template_id: template.id }];
    const scenario = await business.do('POST', '/scenarios', { name: unique('Scénario'), unit: 'invoice', steps });
    const mine = await CaseFile.open(business, {
      ...{ issuedOn: plus(todayOn, -60), dueOn: plus(todayOn, -30), invoice: { scenario_id: scenario.id } },
    });
    await mine.next();
    const draft = async () => {
      const [{ id }] = await mine.openActions();
      return (await business.do('GET', `/actions/${id}`)).draft.body_html as string;
    };
    expect(await draft()).toContain('Première version');
    await business.change(`/templates/${template.id}`, { body_html: '<p>Seconde version</p>' });
    expect(await draft()).toContain('Seconde version');
    await mine.file();
  });

  it('001-06 with #items_list prints a table of all items of the account, invoices and credit notes', async () => {
    const mine = await CaseFile.open(business, { issuedOn: plus(todayOn, -60), cents: 500_00 });
    const more = await CaseFile.add(business, mine.customer, mine.email, {
      ...{ issuedOn: plus(todayOn, -10), cents: 200_00 },
    });
    const number = unique('AV');
    await business.do('POST', '/invoices', {
      ...{ number, customer_reference: mine.customer.reference, kind: 'credit_note' },
      ...{ issued_on: plus(todayOn, -5), total_cents: 50_00, currency: 'EUR' },
    });
    const { printed, html, text: plain } = await previewed('<p>#items_list</p>', mine);
    for (const shown of [printed, html, plain]) {
      for (const each of [mine.number, more.number, `Avoir ${number}`]) {
        expect(shown.replace(/\s/g, '')).toContain(each.replace(/\s/g, ''));
      }
      expect(shown.replace(/\s/g, '')).toContain('650,00€');
    }
    for (const each of [mine, more]) await each.file();
  });

  it('001-07 keeps bold, italic, colour, lists, links and headings, in the mail and in the letter', async () => {
    const body =
      '<h2>Titre</h2><p><strong>gras</strong> <em>penché</em> <span style="color: #c00000">rouge</span> ' +
      '<a href="https://example.org/x">lien</a></p><ul><li>un</li><li>deux</li></ul>';
    const { html, pdf, printed } = await previewed(body);
    expect(html).toMatch(/<h2[^>]*>Titre/);
    for (const kept of ['<strong>gras', '<em>penché', '#c00000', 'href="https://example.org/x"', '<ul']) {
      expect(html).toContain(kept);
    }
    for (const kept of ['Titre', 'gras', 'penché', 'rouge', '•', 'deux']) expect(printed).toContain(kept);
    expect(await printedLinks(pdf)).toContain('https://example.org/x');
  });

  it('001-08 can be previewed on a real invoice as it would leave, and the preview sends nothing', async () => {
    const template = await business.do('POST', '/templates', text('<p>Bonjour #customer_name</p>', { level: 1 }));
    const seen = await business.do('POST', `/templates/${template.id}/preview`, { invoice_id: one.id });
    expect(seen.html).toContain('Élise Montagnier');
    expect(seen.text).toContain('Élise Montagnier');
    expect(seen.pdf_url).toMatch(/^data:application\/pdf;base64,/);
    expect(await one.messages()).toEqual([]);
    expect(await one.mails()).toEqual([]);
  });

  it('001-09 has tags for the items, the account, the writer and the company, with its penalty rate and bank details', async () => {
    const iban = 'FR7630006000011234567890189';
    const company = { name: 'Diagnostics Aubrac', email: 'compta@aubrac.example', phone: '05 65 00 00 00' };
    await business.change('/settings', {
      ...{ company, iban, bic: 'AGRIFRPP', late_penalty_rate_text: 'trois fois le taux légal' },
    });
    const listed: string[] = (await business.do('GET', '/tags')).data.map(({ tag }: Said) => tag);
    const lines = listed.map((tag) => `<p>${tag.slice(1)}=${tag}</p>`).join('');
    const { text: said } = await previewed(lines);
    const value = (tag: string) => said.split('\n').find((line) => line.startsWith(`${tag}=`));
    expect(value('account_overdue')).toMatch(/1.234,56/);
    expect(value('days_late')).toBe('days_late=30');
    expect(value('user_phone')?.replace(/\s/g, ' ')).toContain('05 65 00 00 00');
    expect(value('late_penalty_rate')).toContain('trois fois le taux légal');
    expect(value('iban')?.replace(/\s/g, '')).toBe(`iban=${iban}`);
    expect(value('payment_link')).toContain('https://pay.example/f-1');
    expect(said).not.toMatch(/#[a-z]+_/);
    // For a customer without a collector, a key writes for the company; a user writes in their own name, with their own telephone number.
    const details = { email: `${unique('lea')}@aubrac.example`.toLowerCase(), phone: '06 12 34 56 78' };
    const lea = await signedIn(business, inject('stack'), { name: 'Léa Martin', ...details });
    const body_html = '<p>#user_name, #user_phone, #user_email</p>';
    const draft = { mode: 'email', subject: 'Votre compte', body_html };
    const hers = await lea.ask('POST', `/invoices/${one.id}/reminders?dry_run=true`, draft);
    const [words, shown] = [
      hers.body.body_html.replace(/<[^>]*>/g, ''),
      `Léa Martin, ${details.phone}, ${details.email}`,
    ];
    expect(words.replace(/\s/g, ' ').trim()).toBe(shown);
  });

  it('001-10 prints the customer’s address as it is today', async () => {
    const { printed } = await previewed('<p>Bonjour</p>');
    for (const line of ['Élise Montagnier', '12 rue des Charmilles', '69004 LYON']) expect(printed).toContain(line);
    const address = { lines: ['7 quai Neuf'], postal_code: '69005', city: 'Lyon', country: 'FR' };
    await business.change(`/customers/${one.customer.id}`, { address });
    const moved = await previewed('<p>Bonjour</p>');
    expect(moved.printed).toContain('7 quai Neuf');
    expect(moved.printed).not.toContain('rue des Charmilles');
  });

  it('001-11 prints the sender’s name and address from the company’s settings', async () => {
    const address = { lines: ['1 place du Foirail'], postal_code: '12210', city: 'Laguiole', country: 'FR' };
    await business.change('/settings', { company: { name: 'Maison Foirail' }, address });
    const { printed } = await previewed('<p>Bonjour</p>');
    for (const line of ['Maison Foirail', '1 place du Foirail', '12210 Laguiole']) expect(printed).toContain(line);
  });

  it('001-12 prints the logo that the company uploaded, unless this is switched off; a file that is not an image is refused', async () => {
    const put = (body: Buffer) =>
      fetch(`${inject('stack').apiUrl}/v1/settings/logo`, {
        ...{ method: 'PUT', body: new Uint8Array(body) },
        headers: { Authorization: `Bearer ${business.key}`, 'Content-Type': 'image/png' },
      });
    const hasImage = async () => (await previewed('<p>Bonjour</p>')).pdf.includes('/Subtype /Image');
    expect((await put(Buffer.from('no image'))).status).toBe(422);
    expect((await put(await readFile(LOGO))).status).toBe(204);
    await business.change('/settings', { show_logo_in_letters: true });
    expect(await hasImage()).toBe(true);
    await business.change('/settings', { show_logo_in_letters: false });
    expect(await hasImage()).toBe(false);
  });
});

describe('A scenario’s step', () => {
  const step = { key: 'r1', level: 1, kind: 'email', anchor: 'due_on', delay_days: 1 };
  const templateId = async () => (await business.do('GET', '/templates?level=1')).data[0].id as string;

  it('001-02 says how its action is sent: by hand, automatically once a person has confirmed it, or automatically', async () => {
    const template_id = await templateId();
    const modes = ['manual', 'to_confirm', 'automatic'];
    const steps = modes.map((mode, index) => ({ ...step, key: `r${index}`, mode, template_id }));
    const { id } = await business.do('POST', '/scenarios', { name: unique('Modes'), unit: 'invoice', steps });
    const { steps: stored } = await business.do('GET', `/scenarios/${id}`);
    expect(stored.map(({ mode }: Said) => mode)).toEqual(modes);
  });

  it('001-15 becomes fully automatic when a new version of the scenario asks for no confirmation and the cases are moved to it', async () => {
    const template_id = await templateId();
    const steps = [{ ...step, delay_days: 60, mode: 'to_confirm', template_id }];
    const scenario = await business.do('POST', '/scenarios', { name: unique('Bascule'), unit: 'invoice', steps });
    const mine = await CaseFile.open(business, {
      ...{ issuedOn: plus(todayOn, -60), dueOn: plus(todayOn, -30), invoice: { scenario_id: scenario.id } },
    });
    expect((await mine.next()).mode).toBe('to_confirm');
    await business.change(`/scenarios/${scenario.id}`, { steps: [{ ...steps[0], mode: 'automatic' }] });
    await business.do('POST', `/scenarios/${scenario.id}/moves`, { all: true });
    const { next } = await mine.dunningOnce((dunning) => dunning.next?.mode === 'automatic');
    expect(next).toMatchObject({ level: 1, mode: 'automatic' });
    await mine.file();
  });
});

describe('In the agenda,', () => {
  const letter = {
    level: 1,
    kind: 'letter',
    letter_kind: 'simple',
    anchor: 'due_on',
    delay_days: 1,
    mode: 'to_confirm',
  };

  const saved = async (body_html: string) => (await business.do('POST', '/templates', text(body_html))).id as string;

  /** A case whose first step waits for a person, and the id of that action. `template` is an id, or a text to save first. */
  async function waiting(template: string, ...wishes: object[]) {
    const template_id = template.startsWith('<') ? await saved(template) : template;
    const steps = wishes.map((wish, index) => ({ ...letter, key: `r${index}`, template_id, ...wish }));
    const { id } = await business.do('POST', '/scenarios', { name: unique('Lettres'), unit: 'invoice', steps });
    const invoice = { scenario_id: id, payment_url: 'https://pay.example/f-2', invoice_url: 'https://ged.example/f-2' };
    const days = { issuedOn: plus(todayOn, -60), dueOn: plus(todayOn, -30) };
    const mine = await CaseFile.open(business, { kind: 'professional', ...days, invoice });
    await mine.next();
    const [action] = await mine.openActions();
    return { mine, actionId: action.id as string };
  }
  const printedOf = async (ids: string[]) => {
    const pdf = await business.bytes(`/actions/letters.pdf?ids=${ids.join(',')}`);
    return { text: (await printedText(pdf)).replace(/\s+/g, ' '), links: await printedLinks(pdf) };
  };

  it('001-19 the selected letters are downloaded as one PDF, in the order given', async () => {
    const made = [];
    for (const _ of [1, 2, 3]) made.push(await waiting('<p>Facture #invoice_number</p>', {}));
    const order = [made[2]!, made[0]!, made[1]!];
    const { text: said } = await printedOf(order.map(({ actionId }) => actionId));
    const places = order.map(({ mine }) => said.indexOf(`Facture ${mine.number}`));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const { mine } of made) await mine.file();
  });

  it('001-20 « Terminer l’action » ends a step, and the next step of the scenario is counted from that day', async () => {
    const second = { level: 2, anchor: 'previous_step', delay_days: 10 };
    const { mine, actionId } = await waiting('<p>Bonjour</p>', { mode: 'manual' }, second);
    await business.do('POST', `/actions/${actionId}/complete`, { comment: 'Remise en main propre' });
    const { next, levels } = await mine.dunningOnce((dunning) => dunning.next?.level === 2);
    expect([next.mode, levels[1].due_on]).toEqual(['to_confirm', workingDay(plus(todayOn, 10))]);
    await mine.file();
  });

  it('001-28 an electronic registered letter has links to the invoice’s documents and to the payment page', async () => {
    const { mine, actionId } = await waiting('<p>#documents_link</p><p>#payment_link</p>', {
      letter_kind: 'ere_simple',
    });
    expect((await printedOf([actionId])).links).toEqual(
      expect.arrayContaining(['https://ged.example/f-2', 'https://pay.example/f-2']),
    );
    await mine.file();
  });

  it('001-30 one template gives the same text for every way of sending, and is not changed by it', async () => {
    const ways = ['simple', 'registered', 'ere_simple'].map((letter_kind) => ({ letter_kind }));
    const template = await saved('<p>Vous devez #balance.</p>');
    const before = await business.do('GET', `/templates/${template}`);
    const said = new Set<string>();
    for (const wish of [...ways, { mode: 'manual' }, { kind: 'email', letter_kind: null }]) {
      const { mine, actionId } = await waiting(template, wish);
      said.add((await business.do('GET', `/actions/${actionId}`)).draft.body_html);
      expect((await printedOf([actionId])).text.replace(/\s/g, '')).toContain('Vousdevez120,00€.');
      await mine.file();
    }
    expect(said.size).toBe(1);
    expect(await business.do('GET', `/templates/${template}`)).toEqual(before);
  });
});
