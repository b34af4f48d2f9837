import { describe, expect, it } from 'vitest';
import { FORMAL_NOTICE_TEMPLATE } from '../../../domain/shipped/formal-notice.ts';
import { FIRST_REMINDER } from '../../../domain/shipped/first-reminder.ts';
import { draftText } from '../../../domain/tags/draft-body.ts';
import { formalNoticeAdvice, isFormalNotice } from '../../../domain/wording/formal-notice.ts';
import { aContent } from '../../letters/sample-content.ts';
import { plain } from '../plain.ts';

const letter = (...paragraphs: string[]) => ({
  subject: 'Votre facture',
  bodyHtml: paragraphs.map((text) => `<p>${text}</p>`).join(''),
});
const TODAY = '2026-12-01';
const says = (...paragraphs: string[]) => isFormalNotice(letter(...paragraphs), TODAY);

describe('A letter is a formal notice when it says so and gives a delay:', () => {
  it('that which is shipped, to each reader, as a template and as a draft with its values, and no other reminder', () => {
    const letters = [FORMAL_NOTICE_TEMPLATE, ...FORMAL_NOTICE_TEMPLATE.variants].filter(
      ({ kind }) => kind === 'letter',
    );
    expect(letters.length).toBeGreaterThan(0);
    for (const text of letters) {
      const content = aContent({ today: TODAY, paymentDeadlineOn: '2026-12-16', level: 3 });
      expect([isFormalNotice(text, TODAY), isFormalNotice(draftText(text, content), TODAY)]).toEqual([true, true]);
    }
    for (const text of [FIRST_REMINDER, ...FIRST_REMINDER.variants]) expect(isFormalNotice(text, TODAY)).toBe(false);
  });

  it.each([
    'Nous vous mettons en demeure de payer sous huit jours.',
    'Vous êtes mis en demeure de payer dans un délai de 15 jours.',
    'MISE EN DEMEURE : payez au plus tard le 16 décembre 2026.',
    'Mise en demeure de payer avant le 2/12/2026.',
    'This is a formal notice to pay within 8 days.',
    'Formal notice: pay by 1st January 2027.',
    'Mise en demeure. Payez avant le #payment_deadline.',
    'Faute de règlement à ce jour, nous sommes contraints de vous mettre en demeure de payer dans les huit (8) jours.',
    'Nous avons le regret de vous mettre en demeure de payer. Vous disposez de 15 jours.',
    'Vous voudrez bien payer sous huitaine, la présente valant mise en demeure.',
    'Sans paiement sous 8 jours à compter de la présente mise en demeure, nous saisirons le tribunal.',
    'Vous êtes en retard de 45 jours. Mise en demeure : vous avez 8 jours pour payer.',
    'We hereby give you formal notice. You have 8 days to pay; this formal notice will be followed by a claim in court.',
  ])('%s', (text) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    'Nous vous rappelons notre facture, à payer sous huit jours.',
    'Nous vous mettons en demeure de payer.',
    'Mise en demeure de payer notre facture du 1er décembre 2026, échue le 30/11/2026.',
    'Ce courrier n’est pas une mise en demeure : payez sous 8 jours.',
    'Dernier avis avant mise en demeure : payez sous 8 jours.',
    'Pay within 8 days. This is not a formal notice.',
    'Payez sous 8 jours : nous vous mettrons en demeure ensuite.',
    'Sans règlement sous 8 jours, nous serons contraints de vous mettre en demeure.',
    'À défaut de paiement sous 8 jours, nous sommes obligés de vous mettre en demeure.',
    'Nous pourrions être amenés à vous mettre en demeure : payez sous 8 jours.',
    'Nous allons devoir vous mettre en demeure. Payez sous 8 jours.',
    'Payez sous 8 jours avant de vous voir adresser ce qui suit : une mise en demeure vous sera envoyée.',
    'Vous recevrez une mise en demeure si rien ne vient sous 8 jours.',
    'Vous serez mis en demeure. Payez sous 8 jours.',
    'Pay within 8 days, or we will have to give you formal notice.',
    'Pay within 8 days. A formal notice to pay will follow.',
    'Votre facture est en retard de 45 jours : nous vous mettons en demeure de payer.',
    'Votre facture est échue depuis 45 jours : nous vous mettons en demeure de payer.',
    'Mise en demeure : vous avez 45 jours de retard sur notre délai de paiement de 30 jours.',
    'Formal notice: your invoice is 45 days overdue.',
  ])('not: %s', (text) => {
    expect(says(text)).toBe(false);
  });
});

describe('The author of a letter of level 3 is told what it lacks to be one', () => {
  it('and of a lower level nothing', () => {
    const bare = letter('Payez.');
    expect(formalNoticeAdvice(bare, 3, TODAY).map(plain)).toEqual([
      'Une lettre de niveau 3 qui ne dit pas « mise en demeure », ou ne fait que l’annoncer, n’en est pas une (C. civ. 1344).',
      'Une mise en demeure donne un délai : aucune date limite ne figure dans la lettre.',
    ]);
    expect(formalNoticeAdvice(bare, 3, TODAY, 'en')).toEqual([
      'A letter of level 3 that does not say “mise en demeure” (formal notice), or only announces it, is none (C. civ. 1344).',
      'A formal notice sets a deadline: the letter has no last day to pay.',
    ]);
    expect(formalNoticeAdvice(letter('Mise en demeure : sous 8 jours.'), 4, TODAY)).toEqual([]);
    for (const level of [2, null]) expect(formalNoticeAdvice(bare, level, TODAY)).toEqual([]);
  });
});
