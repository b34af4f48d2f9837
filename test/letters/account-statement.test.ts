import { describe, expect, test } from 'vitest';
import { accountTables } from '../../domain/account/account-table.ts';
import type { ReminderContent } from '../../domain/reminder-content.ts';
import { findForbidden } from '../../domain/wording/check-wording.ts';
import { ADDRESS_WINDOW, BOTTOM } from '../../letters/page-geometry.ts';
import { renderAccount } from '../../letters/render-account.ts';
import { printedLinks, printedText, printedTexts } from './read-pdf.ts';
import { aContent, anItem } from './sample-content.ts';

const OPEN = [
  anItem({ number: 'F-1', totalCents: 1_234_56, balanceCents: 1_000_00, paymentUrl: 'https://pay.example/1' }),
  anItem({ number: 'F-2', currency: 'USD', totalCents: 500_00, balanceCents: 500_00 }),
];
const ACTS_FOR = { creditor: 'Banque du Midi', mandateOn: '2026-01-12' };
const MONEY = [{ paidOn: '2026-11-12', currency: 'EUR', unallocatedCents: 25_00 }];

/** A complete statement, with a late penalty rate among the company's settings. */
const statement = (changes: Partial<ReminderContent> = {}, open = OPEN, money = MONEY) => {
  const content = aContent({ items: open, ...changes });
  return renderAccount(content, accountTables(content, open, money));
};

describe('a statement of account', () => {
  test('says to whom, of which day, what each item was and what is left of it, with French amounts', async () => {
    const text = await printedText(await statement());
    for (const said of ['Relevé de compte au 22', 'Mme Hélène Desrosiers', 'F-1', '12/11/2026', 'En USD'])
      expect(text).toContain(said);
    expect(text).toMatch(/Règlement non\naffecté\n12\/11\/2026/);
    expect(text).toMatch(/1\s234,56\s€\n234,56\s€\n1\s000,00\s€/);
    expect(text).toMatch(/Solde\n975,00\s€\nFactures échues\n1\s000,00\s€/);
    expect(text).toContain('FR76 3000 6000');
    expect(text).toContain('SIRET 123 456 789 00012');
    expect(text).not.toContain('\ufffd');
  });

  test('is written in the customer’s language', async () => {
    const text = await printedText(await statement({ language: 'en' }));
    expect(text).toMatch(/Statement of account as at 22\s/);
    expect(text).toMatch(/Unallocated\npayment/);
    expect(text).not.toMatch(/Relevé|Solde|Pièce/);
  });

  test('shows the address in the window, and is numbered, with a head on every page however long it is', async () => {
    const many = Array.from({ length: 90 }, (_, index) => anItem({ number: `F-${index + 1}` }));
    const pages = await printedTexts(await statement({}, many));
    expect(pages.length).toBeGreaterThan(2);
    const name = pages[0]!.find(({ text }) => text === 'Mme Hélène Desrosiers')!;
    expect(name.x).toBeGreaterThan(ADDRESS_WINDOW.x);
    expect(name.y).toBeGreaterThan(ADDRESS_WINDOW.y);
    pages.forEach((page, index) => {
      const foot = page.filter(({ y }) => y > BOTTOM).map(({ text }) => text);
      expect(foot).toContain(`${index + 1}/${pages.length}`);
      const said = page.map(({ text }) => text);
      if (said.some((one) => one.startsWith('F-'))) expect(said).toContain('Reste dû');
    });
  });

  test('leaves neither a currency’s heading nor a table’s head alone at the foot of a page', async () => {
    for (let rows = 14; rows <= 22; rows += 1) {
      for (const held of [0, 1, 2]) {
        const euros = Array.from({ length: rows }, (_, index) =>
          anItem({ number: `F-${index + 1}`, held: index < held ? 'contestée' : null }),
        );
        const free = { paidOn: '2026-11-12', currency: 'USD', unallocatedCents: 25_00 };
        for (const page of await printedTexts(await statement({}, euros, [free]))) {
          const said = page.filter(({ y }) => y <= BOTTOM).map(({ text }) => text);
          for (const head of ['En USD', 'Reste dû'])
            if (said.includes(head))
              expect([
                rows,
                held,
                said.slice(said.lastIndexOf(head)).some((text) => /^(F-|Règlement non)/.test(text)),
              ]).toEqual([rows, held, true]);
        }
      }
    }
  });

  test.each(['consumer', 'professional', 'public'] as const)(
    'asks a %s for nothing: no interest, no costs, no fixed sum, no link to pay, no code that a banking app would read',
    async (debtorKind) => {
      const collector = { ...aContent().company, actsFor: ACTS_FOR };
      const said = (['fr', 'en'] as const).flatMap((language) => [{ language }, { language, company: collector }]);
      for (const changes of said) {
        const pdf = await statement({ debtorKind, ...changes });
        const text = await printedText(pdf);
        expect(findForbidden({ subject: '', bodyHtml: `<p>${text}</p>` }, 'consumer', 0)).toEqual([]);
        expect(text).not.toMatch(/intérêt légal|L441|D441|pénalité|prérempli|filled in/i);
        expect(await printedLinks(pdf)).toEqual([]);
      }
    },
  );

  test('says that nothing is owed where nothing is open, and then not where to pay', async () => {
    const text = await printedText(await statement({}, [], []));
    expect(text).toContain('rien ne reste à payer');
    expect(text).not.toContain('IBAN');
    const credit = [anItem({ kind: 'credit_note', number: 'AV-1', dueOn: null, balanceCents: -60_00 })];
    expect(await printedText(await statement({}, credit, []))).not.toContain('IBAN');
  });

  test('of whoever collects another’s claims says for whom', async () => {
    const company = { ...aContent().company, actsFor: ACTS_FOR };
    for (const open of [OPEN, []]) {
      const text = await printedText(await statement({ company }, open, []));
      expect(text).toContain('Banque du Midi');
      expect(text).not.toMatch(/Somme due|L111-8|[Ff]rais/);
    }
  });

  test('is marked until the company writes for real, and is the same whenever it is drawn', async () => {
    expect(await printedText(await statement({ test: true }))).toContain('ESSAI');
    const [once, again] = [await statement(), await statement()];
    expect(await printedText(once)).not.toContain('ESSAI');
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});
