import { describe, expect, it } from 'vitest';
import { FORMAL_NOTICE } from '../../../domain/shipped/formal-notice.ts';
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
    const letters = [FORMAL_NOTICE, ...FORMAL_NOTICE.variants].filter(({ kind }) => kind === 'letter');
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
  ])('not: %s', (text) => {
    expect(says(text)).toBe(false);
  });
});

describe('The author of a letter of level 3 is told what it lacks to be one', () => {
  it('and of a lower level nothing', () => {
    const bare = letter('Payez.');
    expect(formalNoticeAdvice(bare, 3, TODAY).map(plain)).toEqual([
      'Une lettre de niveau 3 qui ne dit pas « mise en demeure » n’en est pas une (C. civ. 1344).',
      'Une mise en demeure donne un délai : aucune date limite ne figure dans la lettre.',
    ]);
    expect(formalNoticeAdvice(letter('Mise en demeure : sous 8 jours.'), 4, TODAY)).toEqual([]);
    for (const level of [2, null]) expect(formalNoticeAdvice(bare, level, TODAY)).toEqual([]);
  });
});
