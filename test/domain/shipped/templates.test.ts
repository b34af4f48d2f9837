import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../domain/rich-text/parse-body.ts';
import { EXTRA_REMINDER } from '../../../domain/shipped/extra-reminder.ts';
import { shippedFolder } from '../../../domain/shipped/folders.ts';
import { pickVariant } from '../../../domain/shipped/pick-variant.ts';
import { SHIPPED_SMS } from '../../../domain/shipped/sms.ts';
import { SHIPPED_STATEMENTS } from '../../../domain/shipped/statements.ts';
import { SHIPPED_ANSWERS, SHIPPED_TEMPLATES } from '../../../domain/shipped/templates.ts';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import { MOST_SEGMENTS, smsText } from '../../../domain/sms/sms-text.ts';
import { checkWording } from '../../../domain/wording/check-wording.ts';
import { aContent } from '../../letters/sample-content.ts';

const KINDS = ['email', 'letter'] as const;
const LANGUAGES = ['fr', 'en'] as const;
const DEBTORS = ['consumer', 'professional', 'public'] as const;
const readers = KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => DEBTORS.map((debtorKind) => ({ kind, language, debtorKind }))),
);

describe.each([...SHIPPED_TEMPLATES])('$name', (template) => {
  test.each(readers)('has a text for $kind, $language, $debtorKind that may leave as it is', (reader) => {
    const text = pickVariant(template, reader);
    expect(text).toMatchObject({ kind: reader.kind, language: reader.language });
    expect([null, reader.debtorKind]).toContain(text.debtorKind);
    expect(checkWording(text, aContent({ debtorKind: reader.debtorKind, level: template.level }))).toEqual([]);
    const check = checkTemplate({ ...text, level: template.level, debtorKind: reader.debtorKind });
    expect(check).toEqual({ unknownTags: [], warnings: [], forbidden: [] });
    expect(parseBody(text.bodyHtml).warnings).toEqual([]);
    expect(text.bodyHtml).toContain('#items_list_selected');
    expect(text.bodyHtml).toContain('#balance');
  });
});

test.each(readers)('a reminder beside the ladder may leave at any level: $kind, $language, $debtorKind', (reader) => {
  const text = pickVariant(EXTRA_REMINDER, reader);
  expect(text).toMatchObject({ kind: reader.kind, language: reader.language });
  const { debtorKind } = reader;
  for (const level of [0, 1, 2, 3] as const) expect(checkWording(text, aContent({ debtorKind, level }))).toEqual([]);
  expect(checkTemplate({ ...text, level: 0, debtorKind })).toEqual({ unknownTags: [], warnings: [], forbidden: [] });
  expect(text.bodyHtml).not.toMatch(/recommandée|registered|deuxième|second|#payment_deadline/i);
});

describe.each([...SHIPPED_ANSWERS])('$name', (template) => {
  const ofMails = readers.filter(({ kind }) => kind === 'email');
  test.each(ofMails)('has a mail for $language, $debtorKind that may leave as it is', (reader) => {
    const text = pickVariant(template, reader);
    expect(text).toMatchObject({ kind: 'email', language: reader.language });
    expect(checkWording(text, aContent({ debtorKind: reader.debtorKind, level: 0 }))).toEqual([]);
    expect(checkTemplate({ ...text, level: 0, debtorKind: reader.debtorKind })).toEqual({
      unknownTags: [],
      warnings: [],
      forbidden: [],
    });
    expect(parseBody(text.bodyHtml).warnings).toEqual([]);
    expect(text.bodyHtml).toContain('#items_list_selected');
  });
});

test('the answers are none of the ladder and say what they are for, those of creditors that are there already too', () => {
  const path = new URL('../../../prisma/migrations/20261130040000_template_purposes/migration.sql', import.meta.url);
  const migration = readFileSync(path, 'utf8');
  const purposes = SHIPPED_ANSWERS.map(({ key, level, purpose }) => [key, level, purpose]);
  expect(purposes).toEqual([
    ['promise_noted', null, 'acknowledgement'],
    ['dispute_noted', null, 'acknowledgement'],
    ['dispute_handed_over', null, 'internal'],
  ]);
  for (const { name } of SHIPPED_ANSWERS) expect(migration).toContain(`'${name}'`);
  for (const { purpose } of [...SHIPPED_TEMPLATES, ...SHIPPED_SMS, ...SHIPPED_STATEMENTS])
    expect(purpose).toBeUndefined();
});

test('each stands in a folder with those chosen from for the same thing, those of creditors that are there already too', () => {
  const path = new URL('../../../prisma/migrations/20261130050000_template_folders/migration.sql', import.meta.url);
  const placed = [...readFileSync(path, 'utf8').matchAll(/^ {2}\('(.+)', (NULL|\d), '(.+)', '(.+)'\),?$/gm)];
  const shipped = [...SHIPPED_TEMPLATES, ...SHIPPED_SMS, ...SHIPPED_ANSWERS, ...SHIPPED_STATEMENTS];
  expect(placed.map(([, name, level, kind, folder]) => [name, level, kind, folder])).toEqual(
    shipped.map((one) => [one.name, String(one.level ?? 'NULL'), one.kind, shippedFolder(one)]),
  );
  const folders = [...new Set(shipped.map(shippedFolder))];
  expect(folders).toEqual(['Relances', 'SMS', 'Réponses et accusés', 'Messages internes', 'États d’impayés']);
});

describe.each([...SHIPPED_SMS])('$name', (template) => {
  test.each(LANGUAGES)(
    '%s: says who, how much and until when, in three SMS at most, and may go to anybody',
    (language) => {
      const text = [template, ...template.variants].find((one) => one.language === language)!;
      const level = template.level as 0 | 1 | 2 | 3;
      for (const debtorKind of DEBTORS) {
        const content = aContent({
          language,
          debtorKind,
          level,
          paymentUrl: `https://paiement.example/${'x'.repeat(60)}`,
        });
        expect(checkWording(text, content)).toEqual([]);
        const said = smsText(text, { ...content, test: true });
        expect(said.segments).toBeLessThanOrEqual(MOST_SEGMENTS);
        expect(said.unicode).toBe(false);
        for (const part of ['Diagnostics Immobiliers Garonne', '485', 'F-2026-0412', 'https://']) {
          expect(said.text).toContain(part);
        }
      }
      expect(checkTemplate({ ...text, level, debtorKind: 'consumer' })).toMatchObject({
        unknownTags: [],
        forbidden: [],
      });
    },
  );
});

describe.each([...SHIPPED_STATEMENTS])('$name', (template) => {
  test.each(LANGUAGES)('%s: holds the table and its sum, claims nothing, and asks for discretion', (language) => {
    const text = [template, ...template.variants].find((one) => one.language === language)!;
    const content = aContent({ language, debtorKind: 'professional', level: 0 });
    expect(checkWording(text, content)).toEqual([]);
    expect(checkTemplate({ ...text, level: 0 })).toEqual({ unknownTags: [], warnings: [], forbidden: [] });
    expect(text.bodyHtml).toContain('#items_list_selected');
    expect(text.bodyHtml).toContain('#balance');
    expect(text.bodyHtml).toMatch(/diffuser|pass it on/);
  });
});

test.each([...SHIPPED_TEMPLATES, EXTRA_REMINDER, ...SHIPPED_ANSWERS, ...SHIPPED_SMS, ...SHIPPED_STATEMENTS])(
  '$name: speaks of one invoice and of several in words that fit both',
  (template) => {
    const several = /les pièces|ces (pièces|factures|dossiers)|factures ci-dessous|votre facture|ceux dont/i;
    const many = /(these|following|those) (items|invoices|files)|(items|invoices|files) below|your invoice\b/i;
    for (const { bodyHtml } of [template, ...template.variants]) {
      expect(bodyHtml).not.toMatch(several);
      expect(bodyHtml).not.toMatch(many);
    }
  },
);

describe('the formal notice', () => {
  const notice = SHIPPED_TEMPLATES.find(({ key }) => key === 'r3')!;
  test.each(readers)(
    'says that it is one, the sum, the deadline and what follows: $kind, $language, $debtorKind',
    (reader) => {
      const { subject, bodyHtml } = pickVariant(notice, reader);
      expect(subject + bodyHtml).toMatch(/mise en demeure/i);
      expect(bodyHtml).toContain('1344');
      expect(bodyHtml).toContain('#payment_deadline');
      expect(bodyHtml).toMatch(/juridiction|court/);
    },
  );

  test('announces the legal rate to a consumer, €40 and penalties to the others, each by its own code', () => {
    const letter = (debtorKind: (typeof DEBTORS)[number]) =>
      pickVariant(notice, { kind: 'letter', language: 'fr', debtorKind }).bodyHtml;
    expect(letter('consumer')).toMatch(/taux légal/);
    expect(letter('consumer')).toMatch(/médiateur/);
    const mail = pickVariant(notice, { kind: 'email', language: 'fr', debtorKind: 'consumer' }).bodyHtml;
    expect(mail).not.toMatch(/intérêts/);
    expect(letter('professional')).toMatch(/L441-10 et D441-5/);
    expect(letter('public')).toMatch(/R2192-31 et D2192-35/);
    expect(letter('public')).not.toMatch(/L441/);
  });
});

describe('the text of a sending', () => {
  const variant = (
    kind: 'email' | 'letter',
    language: 'fr' | 'en',
    debtorKind: (typeof DEBTORS)[number] | null,
    name: string,
  ) => ({ kind, language, debtorKind, name });
  const first = variant('email', 'fr', null, 'first');
  const pick = (variants: (typeof first)[], reader: (typeof readers)[number]) =>
    pickVariant({ ...first, variants }, reader).name;

  test('is that of its mode, its language and its kind of debtor, in this order', () => {
    const variants = [
      variant('letter', 'fr', null, 'letter'),
      variant('letter', 'en', null, 'english'),
      variant('letter', 'fr', 'public', 'public'),
    ];
    expect(pick(variants, { kind: 'letter', language: 'fr', debtorKind: 'consumer' })).toBe('letter');
    expect(pick(variants, { kind: 'letter', language: 'fr', debtorKind: 'public' })).toBe('public');
    expect(pick(variants, { kind: 'letter', language: 'en', debtorKind: 'public' })).toBe('english');
  });

  test('is never one made for another kind of debtor; then it is the first one’s', () => {
    const variants = [variant('letter', 'fr', 'professional', 'pro')];
    expect(pick(variants, { kind: 'letter', language: 'fr', debtorKind: 'consumer' })).toBe('first');
    expect(pick(variants, { kind: 'letter', language: 'fr', debtorKind: 'professional' })).toBe('pro');
  });
});
