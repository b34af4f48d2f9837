import { expect, it } from 'vitest';
import { fittingText, wordsFor } from '../../console/specific-action/fitting-text.ts';
import { BLANK_PLAN, withKind } from '../../console/specific-action/plan.ts';
import { pickVariant } from '../../domain/shipped/pick-variant.ts';
import { SHIPPED_SMS } from '../../domain/shipped/sms.ts';
import { SHIPPED_ANSWERS, SHIPPED_TEMPLATES } from '../../domain/shipped/templates.ts';
import type { Reader, ShippedTemplate, TemplateVariant } from '../../domain/shipped/shipped-template.ts';

// Which text of a template is offered as the start of a text of one's own.

/** A text in the form that the API gives it. */
const shown = ({ kind, language, debtorKind, subject, bodyHtml }: TemplateVariant) => ({
  id: `${kind} ${language} ${debtorKind}`,
  kind,
  language,
  debtor_kind: debtorKind,
  subject,
  body_html: bodyHtml,
});
const textsOf = (template: ShippedTemplate) => [template, ...template.variants].map(shown);

const READERS: Reader[] = (['email', 'letter', 'sms'] as const).flatMap((kind) =>
  (['fr', 'en'] as const).flatMap((language) =>
    (['consumer', 'professional', 'public'] as const).map((debtorKind) => ({ kind, language, debtorKind })),
  ),
);

it('the text that is offered is the one that the server would send, to everybody and by every channel', () => {
  const templates: ShippedTemplate[] = [...SHIPPED_TEMPLATES, ...SHIPPED_SMS, ...SHIPPED_ANSWERS];
  for (const template of templates) {
    for (const reader of READERS) {
      const { kind, language, debtorKind } = reader;
      const offered = fittingText(textsOf(template), { kind, language, debtor_kind: debtorKind });
      expect(offered, `${template.key} ${JSON.stringify(reader)}`).toEqual(shown(pickVariant(template, reader)));
    }
  }
});

it('a company gets its formal notice and not the consumer’s, in its language', () => {
  const notice = SHIPPED_TEMPLATES.find(({ key }) => key === 'r3')!;
  const texts = { variants: textsOf(notice) };
  const company = wordsFor(texts, { kind: 'professional', language: 'fr' }, 'letter').body_html;
  expect(company).toContain('L441-10');
  expect(company).not.toContain('1231-6');
  expect(wordsFor(texts, { kind: 'professional', language: 'en' }, 'letter').subject).toContain('Formal notice');
  expect(wordsFor(texts, { kind: 'consumer', language: 'fr' }, 'letter').body_html).toContain('1231-6');
});

it('a text in his language goes before one for his kind, and one for another kind is never offered', () => {
  const text = (kind: string, language: string, debtor_kind: string | null) =>
    ({ kind, language, debtor_kind }) as { kind: 'email'; language: string; debtor_kind: string | null };
  const texts = [text('email', 'fr', 'consumer'), text('email', 'en', 'public'), text('email', 'fr', null)];
  expect(fittingText(texts, { kind: 'email', language: 'fr', debtor_kind: 'public' })).toBe(texts[2]);
  expect(fittingText(texts, { kind: 'email', language: 'en', debtor_kind: 'professional' })).toBe(texts[2]);
  expect(fittingText(texts, { kind: 'sms', language: 'fr', debtor_kind: 'public' })).toBe(texts[0]);
  expect(fittingText([], { kind: 'sms', language: 'fr', debtor_kind: 'public' })).toBeUndefined();
});

it('the template of a mail stays for a letter, and goes for an SMS, which cannot be made of it', () => {
  const typed = { ...BLANK_PLAN, text: { ...BLANK_PLAN.text, template_id: 'r1' } };
  expect(withKind(typed, 'letter').text.template_id).toBe('r1');
  expect(withKind(typed, 'sms').text.template_id).toBeNull();
  expect(withKind({ ...typed, kind: 'sms' }, 'email').text.template_id).toBeNull();
  expect(withKind({ ...typed, kind: 'sms' }, 'sms').text.template_id).toBe('r1');
});
