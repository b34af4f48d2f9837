import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { STATEMENT_COLUMNS, type StatementColumn } from '../../domain/reminder-content.ts';
import { shippedStatement } from '../../domain/shipped/statements.ts';
import { renderEmail } from '../../emails/render-email.tsx';
import { aContent, anItem } from '../letters/sample-content.ts';

interface Cell {
  text: string;
  className: string;
  style: string;
}

/** The heads and cells of the statement's table. */
async function cellsOf(columns: readonly StatementColumn[], customerName = 'M. et Mme Bertrand de Saint-Exupéry') {
  const file = { reference: 'DOS-2026-001', mission: 'DPE et amiante avant-vente', customerName };
  const content = aContent({ items: [anItem({ file })], statementColumns: columns });
  const { html } = await renderEmail(shippedStatement('notary', 'fr'), content);
  const cells: Cell[] = [];
  let isIn = false;
  new Parser({
    onopentag: (name, { class: className = '', style = '', colspan }) => {
      isIn = (name === 'th' || name === 'td') && colspan === undefined && style.includes('padding:8px');
      if (isIn) cells.push({ text: '', className, style });
    },
    ontext: (text) => {
      if (isIn) cells.at(-1)!.text += text;
    },
    onclosetag: () => (isIn = false),
  }).end(html);
  return cells;
}

const seenOnAPhone = async (columns: readonly StatementColumn[]) =>
  (await cellsOf(columns)).filter(({ className }) => !className.split(' ').includes('wide')).map(({ text }) => text);

test('a statement on a telephone has whose file it is and what is due, in the width of the screen', async () => {
  const three = ['Dossier', 'Client', 'Reste dû', 'DOS-2026-001', 'M. et Mme Bertrand de Saint-Exupéry', '485,00 €'];
  const seen = async (columns: readonly StatementColumn[]) =>
    (await seenOnAPhone(columns)).map((text) => text.replaceAll(/\s/gu, ' '));
  expect(await seen(STATEMENT_COLUMNS)).toEqual(three);
  expect(await seen(['case_reference', 'customer_name', 'invoice_number', 'issued_on', 'balance'])).toEqual(three);
  // What the creditor does not disclose is replaced by the nearest that he does.
  expect(await seen(['invoice_number', 'mission', 'issued_on', 'total'])).toEqual([
    'Facture',
    'Montant TTC',
    'F-2026-0412',
    '485,00 €',
  ]);
});

test('a name in a statement is broken between its words, and inside one only where it is longer than any column', async () => {
  const nameCell = async (name: string) =>
    (await cellsOf(STATEMENT_COLUMNS, name)).find(({ text }) => text === name)!.style;
  expect(await nameCell('M. et Mme Bertrand de Saint-Exupéry')).not.toContain('break-word');
  expect(await nameCell('Saint-Exupéry-Latour-de-La-Rochefoucauld-Montbazon')).not.toContain('break-word');
  expect(await nameCell('X'.repeat(60))).toContain('word-break:break-word');
});
