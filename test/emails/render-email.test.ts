import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import { renderEmail } from '../../emails/render-email.tsx';
import { aContent, anItem } from '../letters/sample-content.ts';

const firstReminder = SHIPPED_TEMPLATES.find(({ key }) => key === 'r1')!;

function shippedEmail(content: ReminderContent) {
  return renderEmail(pickVariant(firstReminder, { ...content, kind: 'email' }), content);
}

/** All elements and attributes of a page, as a mail client reads them. */
function elementsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  new Parser({ onopentag: (name, attributes) => void elements.push({ name, attributes }) }).end(html);
  return elements;
}

describe('a mail', () => {
  test('says in its language which language it is in', async () => {
    for (const language of ['fr', 'en'] as const) {
      const { html } = await shippedEmail(aContent({ language }));
      const langs = elementsOf(html)
        .map(({ attributes }) => attributes['lang'])
        .filter(Boolean);
      expect(new Set(langs)).toEqual(new Set([language]));
    }
  });

  test('is the same each time', async () => {
    expect(await shippedEmail(aContent())).toEqual(await shippedEmail(aContent()));
  });

  test('carries the amount, the items, the deadline, the bank details and who writes, in HTML and in text', async () => {
    const { subject, html, text } = await shippedEmail(aContent());
    expect(subject).toBe('Rappel de règlement – F-2026-0412');
    for (const version of [html, text]) {
      for (const words of [
        '485,00\u00a0€',
        'F-2026-0412',
        '1er\u00a0décembre\u00a02026',
        'FR76\u00a03000',
        'SIRET 123 456 789 00012',
        'Camille Leroy',
      ]) {
        expect(version).toContain(words);
      }
    }
  });

  test('has a code for the banking app, drawn in cells, and stays under the 100 kB at which clients cut', async () => {
    const isCode = ({ attributes }: { attributes: Record<string, string> }) => attributes['role'] === 'img';
    const { html } = await shippedEmail(aContent());
    expect(elementsOf(html).filter(isCode)).toHaveLength(1);
    expect(elementsOf(html).filter(({ name }) => name === 'img')).toEqual([]);
    const many = Array.from({ length: 80 }, (_, at) =>
      anItem({ number: `F-${at}`, paymentUrl: 'https://pay.example/i' }),
    );
    const long = (await shippedEmail(aContent({ items: many }))).html;
    expect(elementsOf(long).filter(isCode)).toEqual([]);
    for (const mail of [html, long, (await shippedEmail(aContent({ items: many.slice(0, 25) }))).html]) {
      expect(mail.length).toBeLessThan(100_000);
    }
  });

  test('reads well without HTML: short lines, aligned columns, no tag', async () => {
    const items = [anItem({ number: 'F-1', balanceCents: 123_456 }), anItem({ number: 'F-2026-22', balanceCents: 5 })];
    const { text } = await shippedEmail(aContent({ items }));
    const rows = text.split('\n').filter((line) => line.endsWith('€') && /^(F-|Total)/.test(line));
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(text).not.toMatch(/<[a-z/]/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('tells a debtor abroad the country of its company', async () => {
    const mail = async (country: string) =>
      (await shippedEmail(aContent({ customer: { ...aContent().customer, country } }))).text.replace(/\s+/g, ' ');
    expect(await mail('CH')).toContain('33000 Bordeaux, FRANCE');
    expect(await mail('FR')).not.toContain('FRANCE');
  });

  test('says its deadline before the 100 kB at which clients cut, whatever the number of its items; the letter has the others', async () => {
    const long = 'x'.repeat(300);
    const many = Array.from({ length: 300 }, (_, at) =>
      anItem({
        number: `F-${at}`,
        invoiceUrl: `https://ged.example/${long}`,
        paymentUrl: `https://pay.example/${long}`,
      }),
    );
    const html = async (changes: Partial<ReminderContent>) =>
      (await shippedEmail(aContent({ items: many, informationItems: many, ...changes }))).html.replace(/<!-- -->/g, '');
    const statementColumns = ['case_reference', 'customer_name', 'mission', 'invoice_number', 'balance'] as const;
    for (const changes of [{}, { statementColumns }, { level: 0 as const }]) {
      const mail = await html(changes);
      expect(Buffer.byteLength(mail)).toBeLessThan(102_000);
      expect(mail).toContain('1er\u00a0décembre\u00a02026');
      expect(mail).toMatch(/… et \d+ autres pièces, détaillées dans le courrier joint et comprises dans le total/);
    }
    const rows = (mail: string) => mail.split('<tr>').length;
    expect(rows(await html({ mentions: 'acknowledgement' }))).toBeGreaterThan(300);
    const { text } = await shippedEmail(aContent({ items: many }));
    expect(text).toContain('F-299');
  });

  test('shows a long address whole without HTML, and once', async () => {
    const paymentUrl = `https://checkout.example/${'a1'.repeat(150)}`;
    const template = { subject: 's', bodyHtml: '<p>Régler : #payment_link</p>' };
    const { text } = await renderEmail(template, aContent({ paymentUrl, letterKind: null }));
    expect(text).toContain(paymentUrl);
    expect(text.split('https://checkout.example')).toHaveLength(2);
  });

  test('keeps the place of what is empty in the table of a statement', async () => {
    const file = { reference: null, mission: null, customerName: 'Roy' };
    const statementColumns = ['case_reference', 'customer_name', 'mission', 'balance'] as const;
    const { text } = await shippedEmail(aContent({ items: [anItem({ file })], statementColumns }));
    expect(text).toContain('Dossier · Client · Mission · Reste dû\n');
    expect(text).toMatch(/\n– · Roy · – · [\d,]+\s€\n/);
  });

  test('tells a customer his reference, and no colleague', async () => {
    for (const isInternal of [false, true]) {
      const { html, text } = await shippedEmail(aContent({ isInternal }));
      for (const version of [html, text])
        expect(/Votre référence client\s: C-/.test(version.replace(/<!-- -->/g, ''))).toBe(!isInternal);
    }
  });

  test('is marked as a test before going live, and only then', async () => {
    const trial = await shippedEmail(aContent({ test: true }));
    expect(trial.html).toContain('ESSAI');
    expect(trial.text).toContain('ESSAI');
    const real = await shippedEmail(aContent());
    expect(real.html + real.text).not.toContain('ESSAI');
  });

  test('gives the address of a link in its text version', async () => {
    const template = { subject: 's', bodyHtml: '<p>Voir <a href="https://ged.example/1">la facture</a>.</p>' };
    expect((await renderEmail(template, aContent())).text).toContain('Voir la facture (https://ged.example/1).');
    const heading = {
      subject: 'x',
      bodyHtml: '<h2>Voir <a href="https://ged.example/Facture-aB1">la facture</a></h2>',
    };
    expect((await renderEmail(heading, aContent())).text).toContain(
      'VOIR LA FACTURE (https://ged.example/Facture-aB1)',
    );
  });

  test('leaves the bank details to a text that has the IBAN itself', async () => {
    const { text } = await renderEmail({ subject: 's', bodyHtml: '<p>IBAN #iban</p>' }, aContent());
    expect(text.match(/FR76/g)).toHaveLength(1);
    expect((await renderEmail({ subject: 's', bodyHtml: '<p>x</p>' }, aContent())).text.match(/FR76/g)).toHaveLength(1);
    // The frame can still have the payment code; the plain text has none, nor has a mail with a long table: so no heading without a code.
    expect(text).not.toContain('Règlement par virement');
    const items = Array.from({ length: 80 }, (_, at) => anItem({ number: `F-${at}` }));
    const long = await renderEmail(
      { subject: 's', bodyHtml: '<p>#iban</p><p>#items_list_selected</p>' },
      aContent({ items }),
    );
    expect(long.html).not.toContain('Règlement par virement');
  });
});

test('nothing that comes from data becomes markup, a script or a link elsewhere', async () => {
  const evil = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '</td><a href="https://evil.example">',
      "'>",
      '&lt;b&gt;',
      'javascript:alert(1)',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  // Without the payment code, whose number of cells depends on its text.
  const company = { ...aContent().company, iban: null };
  const plain = await shippedEmail(
    aContent({ company, items: [anItem({ held: 'x', invoiceUrl: null, paymentUrl: null })] }),
  );
  const shapeOf = (html: string) =>
    elementsOf(html)
      .map(({ name }) => name)
      .filter((name) => name !== 'span' && name !== 'p')
      .join(' ');
  await fc.assert(
    fc.asyncProperty(evil, evil, evil, async (name, number, url) => {
      const customer = { ...aContent().customer, name, reference: `r${number}`, contactName: name };
      const items = [
        anItem({
          number: `n${number}`,
          held: `h${name}`,
          invoiceUrl: url.startsWith('http') ? null : url,
          paymentUrl: 'javascript:alert(1)',
        }),
      ];
      const { html } = await shippedEmail(aContent({ customer, company, items }));
      expect(shapeOf(html)).toBe(shapeOf(plain.html));
      for (const { attributes } of elementsOf(html)) {
        expect(Object.keys(attributes).filter((key) => key.startsWith('on'))).toEqual([]);
        if (attributes['href']) expect(attributes['href']).toMatch(/^(https:\/\/pay\.example\/|mailto:)/);
      }
    }),
    { numRuns: 60 },
  );
}, 30_000);
