import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { accountTables } from '../../domain/account/account-table.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { ADDRESS_WINDOW, BOTTOM, mm, PAGE_WIDTH } from '../../letters/page-geometry.ts';
import { renderAccount } from '../../letters/render-account.ts';
import { renderLetter } from '../../letters/render-letter.ts';
import { printedLinks, printedText, printedTexts } from './read-pdf.ts';
import { aContent, anItem } from './sample-content.ts';

function shippedLetter(key: 'r1' | 'r2' | 'r3', content: ReminderContent): Promise<Uint8Array> {
  const template = SHIPPED_TEMPLATES.find((candidate) => candidate.key === key)!;
  return renderLetter(pickVariant(template, { ...content, kind: 'letter' }), content);
}

describe('a letter', () => {
  test('is the same byte for byte however often and whenever it is drawn', async () => {
    const [once, again] = [await shippedLetter('r1', aContent()), await shippedLetter('r1', aContent())];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    const other = aContent({ customer: { ...aContent().customer, name: 'Zoë Çağlar-Ünal' }, language: 'en' });
    await shippedLetter('r3', other);
    expect(Buffer.from(await shippedLetter('r1', aContent())).equals(Buffer.from(once))).toBe(true);
    const another = await shippedLetter('r1', aContent({ today: '2026-11-23' }));
    expect(Buffer.from(once).equals(Buffer.from(another))).toBe(false);
  });

  test('says who writes, to whom, what is owed and where to pay, with French amounts', async () => {
    const text = await printedText(
      await shippedLetter('r1', aContent({ items: [anItem({ totalCents: 123_456, balanceCents: 123_456 })] })),
    );
    expect(text).toContain('Diagnostics Immobiliers Garonne');
    expect(text).toContain('Mme Hélène Desrosiers');
    expect(text).toContain('33700 MÉRIGNAC');
    expect(text).toMatch(/1\s234,56\s€/);
    expect(text).toContain('Bordeaux, le 22 novembre 2026');
    expect(text).toContain('FR76 3000 6000');
    expect(text).toContain('SIRET 123 456 789 00012');
    expect(text).not.toContain('\ufffd');
  });

  test('has the legal mentions of its company at the foot of every page', async () => {
    const legal = { form: 'SARL', capitalCents: 1_000_000, rcsCity: 'Bordeaux', vatNumber: null };
    const items = Array.from({ length: 60 }, (_, index) => anItem({ number: `F-${index + 1}` }));
    const content = aContent({ items, company: { ...aContent().company, legal } });
    for (const page of await printedTexts(await shippedLetter('r1', content))) {
      const foot = page.filter(({ y }) => y > BOTTOM).map(({ text }) => text.replace(/\s/gu, ' '));
      expect(foot).toContain('SARL au capital de 10 000 € · SIRET 123 456 789 00012 · RCS Bordeaux 123 456 789');
    }
  });

  test('tells a reader its title, its author and its language, and nothing of its customer but what its subject says', async () => {
    for (const [language, title, code] of [
      ['fr', 'Rappel de règlement – F-2026-0412', 'fr-FR'],
      ['en', 'Payment reminder – F-2026-0412', 'en-GB'],
    ] as const) {
      const letter = await shippedLetter('r1', aContent({ language }));
      const file = await PDFDocument.load(letter, { updateMetadata: false });
      expect([file.getTitle(), file.getAuthor(), file.getCreator()]).toEqual([
        title,
        'Diagnostics Immobiliers Garonne',
        'Relance',
      ]);
      expect([file.getSubject(), file.getKeywords()]).toEqual([undefined, undefined]);
      expect(file.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe(code);
      expect(file.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    }
  });

  test('is marked registered only when it travels registered', async () => {
    const registered = await shippedLetter('r3', aContent({ level: 3, letterKind: 'registered' }));
    expect(await printedText(registered)).toContain('Lettre recommandée avec avis de réception');
    const simple = await shippedLetter('r3', aContent({ level: 3, letterKind: 'simple' }));
    expect(await printedText(simple)).not.toContain('recommandée avec');
    const ere = await printedText(await shippedLetter('r3', aContent({ level: 3, letterKind: 'ere_simple' })));
    expect(ere).toContain('Envoi recommandé électronique');
    expect(ere).not.toContain('avis de réception');
  });

  test('is marked as a test before going live, and only then', async () => {
    expect(await printedText(await shippedLetter('r1', aContent({ test: true })))).toContain('ESSAI');
    expect(await printedText(await shippedLetter('r1', aContent()))).not.toContain('ESSAI');
  });

  test('repeats the head of the table and numbers its pages when the items take several', async () => {
    const items = Array.from({ length: 60 }, (_, index) => anItem({ number: `F-${index + 1}`, balanceCents: 1_000 }));
    const pages = await printedTexts(await shippedLetter('r1', aContent({ items })));
    expect(pages.length).toBeGreaterThan(1);
    const texts = pages.map((page) => page.map(({ text }) => text));
    for (const [index, page] of texts.entries()) expect(page).toContain(`${index + 1}/${pages.length}`);
    const withRows = texts.filter((page) => page.some((text) => /^F-\d+$/.test(text)));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('Reste dû');
    expect(texts.flat().filter((text) => /^F-\d+$/.test(text))).toHaveLength(60);
    expect(texts.flat()).toContain('600,00 €');
  });

  test('says on every page after the first to whom it is, under which reference and of which day: sheets get mixed', async () => {
    const items = Array.from({ length: 60 }, (_, index) => anItem({ number: `F-${index + 1}` }));
    for (const [language, day] of [
      ['fr', '22 novembre 2026'],
      ['en', '22 November 2026'],
    ] as const) {
      const pages = await printedTexts(await shippedLetter('r1', aContent({ items, language })));
      expect(pages).toHaveLength(3);
      const heads = pages.map((page) =>
        page.filter(({ y }) => y < mm(18)).map(({ text }) => text.replace(/\s/gu, ' ')),
      );
      const head = ['Mme Hélène Desrosiers · C-0187', day];
      expect(heads.slice(1)).toEqual([head, head]);
      expect(heads[0]).not.toEqual(expect.arrayContaining(head));
    }
  });

  test('links to the invoice and to the payment, and to nothing unsafe', async () => {
    const items = [anItem({ invoiceUrl: 'https://ged.example/f/1', paymentUrl: 'javascript:alert(1)' })];
    const links = await printedLinks(await shippedLetter('r1', aContent({ items })));
    expect(links).toContain('https://ged.example/f/1');
    expect(links).toContain('https://pay.example/i/F-2026-0412');
    expect(links.join()).not.toContain('javascript');
  });

  test('tells a debtor abroad the country of its company, at the head and at the foot, and nobody else', async () => {
    const letterTo = async (country: string) =>
      (await printedTexts(await shippedLetter('r1', aContent({ customer: { ...aContent().customer, country } }))))
        .flat()
        .filter(({ text }) => text.includes('33000 Bordeaux, FRANCE'));
    expect((await letterTo('BE')).map(({ y }) => y > BOTTOM)).toEqual([false, true]);
    expect(await letterTo('FR')).toEqual([]);
  });

  test('on paper has the address behind the words of a link, and no address that nobody would type', async () => {
    const bodyHtml =
      '<p>Voir <a href="https://ged.example/1">la facture</a>.</p><p>Régler : #payment_link</p><p>#items_list_selected</p>';
    const long = `https://checkout.example/${'a1'.repeat(150)}`;
    const said = async (changes: Partial<ReminderContent>) =>
      (await printedText(await renderLetter({ subject: 's', bodyHtml }, aContent(changes)))).replace(/\s/gu, ' ');
    expect(await said({})).toContain('https://pay.example/i/F-2026-0412');
    const paper = await said({ paymentUrl: long, letterKind: 'registered' });
    expect(paper).toContain('la facture (https://ged.example/1)');
    expect(paper).not.toMatch(/Régler :|checkout/);
    for (const letterKind of [null, 'ere_simple'] as const) {
      const onScreen = await said({ paymentUrl: long, letterKind });
      expect(onScreen).toContain('checkout');
      expect(onScreen).not.toContain('(https://ged');
    }
  });

  test('gets the table of its items when its author left it out', async () => {
    const pdf = await renderLetter({ subject: 'Bonjour', bodyHtml: '<p>Un mot.</p>' }, aContent());
    expect(await printedText(pdf)).toContain('F-2026-0412');
  });

  test.each([
    ['fr', 'Facture', 'Avoir'],
    ['en', 'Invoice', 'Credit note'],
  ] as const)(
    'in its table (%s) says no number with a “?”: what names no invoice is left out',
    async (language, invoice, credit) => {
      const items = [
        anItem({ number: 'FA-🙂', dueOn: '2026-10-07', invoiceUrl: 'https://ged.example/7' }),
        anItem({ number: 'AV-李', kind: 'credit_note', dueOn: null }),
      ];
      const content = aContent({ items, language });
      const drawn = await renderLetter({ subject: 's', bodyHtml: '<p>#items_list_selected</p>' }, content);
      const printed = (await printedTexts(drawn)).flat().map(({ text }) => text);
      expect(printed).toEqual(expect.arrayContaining([invoice, credit, '07/10/2026']));
      expect(printed.join(' ')).not.toMatch(/FA-|AV-|\?/);
      expect(await printedLinks(drawn)).toContain('https://ged.example/7');
      const account = await renderAccount(content, accountTables(content, items, []));
      expect(await printedText(account)).not.toMatch(/FA-|AV-|\?/);
    },
  );

  test('keeps its last words with the signature, also where the law has more stand below it', async () => {
    const actsFor = { creditor: 'Cabinet Rivière, 4 quai Sud, 69002 Lyon', mandateOn: '2026-03-01' };
    const content = aContent({ company: { ...aContent().company, actsFor } });
    const closing =
      '<p>Nous vous prions de croire en nos salutations distinguées.</p><p>Camille Leroy, au service comptable</p>';
    for (let lines = 8; lines < 30; lines += 1) {
      const bodyHtml = `<p>#items_list_selected</p>${'<p>Une ligne.</p>'.repeat(lines)}${closing}`;
      const pages = await printedTexts(await renderLetter({ subject: 's', bodyHtml }, content));
      const pageOf = (words: string) => pages.findIndex((page) => page.some(({ text }) => text.includes(words)));
      expect(pageOf('salutations'), `${lines} lines`).toBe(pageOf('service comptable'));
    }
  });

  test('leaves no line of a paragraph alone on a page, nor the words above a table without its first row', async () => {
    const said = (name: string, lines: number) =>
      `<p>${Array.from({ length: lines }, (_, at) => `${name}${at + 1} ${'mot '.repeat(19)}`).join('<br>')}</p>`;
    for (let filling = 6; filling < 30; filling += 1) {
      const bodyHtml = `${'<p>Une ligne.</p>'.repeat(filling)}${said('court', 3)}${said('long', 12)}<p>Voici le détail :</p><p>#items_list_selected</p><p>Fin.</p>`;
      const pages = await printedTexts(await renderLetter({ subject: 's', bodyHtml }, aContent()));
      const linesOn = (name: string) =>
        pages
          .map((page) => page.filter(({ text }) => new RegExp(`^${name}\\d`).test(text)).length)
          .filter((count) => count > 0);
      expect(linesOn('court'), `${filling} lines above`).toEqual([3]);
      expect(Math.min(...linesOn('long')), `${filling} lines above`).toBeGreaterThan(1);
      const pageOf = (words: string) => pages.findIndex((page) => page.some(({ text }) => text.startsWith(words)));
      expect(pageOf('Voici'), `${filling} lines above`).toBe(pageOf('F-2026'));
    }
  });

  test('goes on without a logo when the logo is broken', async () => {
    const company = { ...aContent().company, logoPng: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) };
    const pdf = await shippedLetter('r1', aContent({ company }));
    expect(Buffer.from(pdf).equals(Buffer.from(await shippedLetter('r1', aContent())))).toBe(true);
  });
});

describe('whatever the fields hold', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('', 'W'.repeat(20_000), 'é '.repeat(3_000), '#iban', '<b>x</b>', '你好 👍', 'x\ny\tz'),
  );

  test('every text stays on the page and the address in its window, in 6 lines at most', async () => {
    const customers = fc.record({
      name: anyText,
      reference: anyText,
      postalCode: anyText,
      city: anyText,
      country: anyText,
      contactName: anyText,
      addressLines: fc.array(anyText, { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(customers, anyText, fc.maxSafeInteger(), async (customer, number, cents) => {
        const items = [anItem({ number, totalCents: cents, balanceCents: cents, held: number })];
        const pages = await printedTexts(await shippedLetter('r1', aContent({ customer, items })));
        const inWindow = pages[0]!.filter(
          ({ x, y }) => x >= ADDRESS_WINDOW.x && y < ADDRESS_WINDOW.y + ADDRESS_WINDOW.height && y > ADDRESS_WINDOW.y,
        );
        // A combining accent on its own is drawn slightly off its line.
        expect(new Set(inWindow.map(({ y }) => Math.floor((y - ADDRESS_WINDOW.y) / mm(5)))).size).toBeLessThanOrEqual(
          6,
        );
        for (const { x, y } of pages.flat()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(PAGE_WIDTH);
          expect(y).toBeLessThan(BOTTOM + 60);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('a body of one word of 20,000 letters does not block the process', async () => {
    const start = performance.now();
    await renderLetter({ subject: 'x'.repeat(20_000), bodyHtml: `<p>${'m'.repeat(20_000)}</p>` }, aContent());
    // This took twelve seconds while words were broken letter by letter.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
