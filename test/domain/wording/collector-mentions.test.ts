import { describe, expect, it } from 'vitest';
import { renderEmail } from '../../../emails/render-email.tsx';
import { renderLetter } from '../../../letters/render-letter.ts';
import { printedText } from '../../letters/read-pdf.ts';
import { aContent, anItem } from '../../letters/sample-content.ts';
import { smsText } from '../../../domain/sms/sms-text.ts';
import { plain } from '../plain.ts';

const TEXT = { subject: 'Rappel', bodyHtml: '<p>Bonjour,</p><p>#items_list_selected</p>' };
const actsFor = { creditor: 'Cabinet Rivière, 4 quai Sud, 69002 Lyon', mandateOn: '2026-03-01' };
const collector = (changes: Parameters<typeof aContent>[0] = {}) =>
  aContent({ company: { ...aContent().company, actsFor }, items: [anItem({ balanceCents: 12_000 })], ...changes });
const spaced = (text: string) => plain(text).replaceAll(/\s+/g, ' ');
const mail = async (content: ReturnType<typeof aContent>) => spaced((await renderEmail(TEXT, content)).text);

describe('Who collects another’s claims says so to each debtor (CPCE R124-4)', () => {
  it('in the letter and in the mail: who, for whom, by which mandate, what is owed, and the law’s own words', async () => {
    const letter = spaced(await printedText(await renderLetter(TEXT, collector())));
    for (const text of [letter, await mail(collector())]) {
      expect(text).toContain(
        'Diagnostics Immobiliers Garonne, 18 rue des Chartrons, 33000 Bordeaux, exerce une activité de',
      );
      expect(text).toContain('Cabinet Rivière, 4 quai Sud, 69002 Lyon, en vertu d’un mandat écrit du 1er mars 2026.');
      expect(text).toContain('Somme due : 120,00 € en principal');
      expect(text).toContain('restent à la charge du créancier, sauf s’ils concernent un acte');
      expect(text).toContain('à la charge du débiteur de mauvaise foi');
    }
    const english = await mail(collector({ language: 'en' }));
    expect(english).toContain('under a written mandate of 1 March 2026');
    expect(english).toContain('What is owed: €120.00 of principal');
    expect(english).toContain('restent à la charge du créancier');
  });

  it('says for whom before the text says « us », below the greeting where there is one', async () => {
    const at = (text: string, words: string) => {
      expect(text).toContain(words);
      return text.indexOf(words);
    };
    const text = await mail(collector());
    expect(at(text, 'Bonjour,')).toBeLessThan(at(text, 'en vertu d’un mandat écrit'));
    expect(at(text, 'en vertu d’un mandat écrit')).toBeLessThan(at(text, 'F-2026-0412'));
    const bare = { ...TEXT, bodyHtml: '<p>Vous nous devez la somme de #balance.</p>' };
    const ungreeted = spaced((await renderEmail(bare, collector())).text);
    expect(at(ungreeted, 'en vertu d’un mandat écrit')).toBeLessThan(at(ungreeted, 'Vous nous devez'));
  });

  it('tells a third party for whom, and an SMS too', async () => {
    const statement = await mail(collector({ statementColumns: ['invoice_number'] }));
    expect(statement).toContain(
      'Cabinet Rivière, 4 quai Sud, 69002 Lyon, en vertu d’un mandat écrit du 1er mars 2026.',
    );
    const sms = { subject: 'SMS', bodyHtml: '<p>#balance reste dû.</p>' };
    expect(smsText(sms, collector()).text).toMatch(/\nPour le compte de Cabinet Rivi.re\n/);
    expect(smsText(sms, collector({ language: 'en' })).text).toMatch(/\nOn behalf of Cabinet Rivi.re\n/);
    expect(smsText(sms, aContent()).text).not.toContain('Pour le compte');
  });

  it('and nobody else does: not who claims what is his own, nor to a colleague or a third party', async () => {
    const others = [aContent(), collector({ isInternal: true }), collector({ statementColumns: ['invoice_number'] })];
    for (const content of others) expect(await mail(content)).not.toContain('L111-8');
  });

  it('also where a promise is noted; where a dispute is, with the sum but without asking for it; not in a notice', async () => {
    expect(await mail(collector({ mentions: 'acknowledgement' }))).toContain('Somme due : 120,00 € en principal');
    for (const language of ['fr', 'en'] as const) {
      const text = await mail(collector({ language, mentions: 'acknowledgement_of_dispute' }));
      expect(text).toContain('L111-8');
      expect(text).toContain('Cabinet Rivière, 4 quai Sud, 69002 Lyon');
      expect(text).toMatch(
        /Somme réclamée par le créancier : 120,00 € en principal|What the creditor claims: €120.00 of/,
      );
      expect(text).not.toMatch(/Somme due|à payer|What is owed|Please pay/);
    }
    expect(await mail(collector({ mentions: 'none' }))).not.toMatch(/L111-8|Cabinet Rivière|Somme due/);
  });
});
