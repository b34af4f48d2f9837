import type { TemplateKind } from '../messages/template-kinds.ts';
import type { TemplatePurpose } from '../messages/template-purposes.ts';
import type { DebtorKind, Language, TemplateText } from '../reminder-content.ts';

/** One text of a template: for a mode, a language and (null: any) a kind of debtor. */
export interface TemplateVariant extends TemplateText {
  kind: TemplateKind;
  language: Language;
  debtorKind: DebtorKind | null;
}

/** A template as it is shipped: its first text, and the others as variants. */
export interface ShippedTemplate extends TemplateVariant {
  key:
    | 'preventive'
    | 'r1'
    | 'r2'
    | 'r3'
    | 'extra'
    | 'sms_preventive'
    | 'sms_r1'
    | 'sms_r2'
    | 'sms_r3'
    | 'promise_noted'
    | 'dispute_noted'
    | 'dispute_handed_over'
    | 'statement_to_referrer'
    | 'statement_to_notary';
  name: string;
  /** Null: outside the ladder. */
  level: 0 | 1 | 2 | 3 | null;
  /** Of a statement: to whom it is written. */
  thirdParty?: 'referrer' | 'notary';
  /** Of one that is no reminder: what it is for. */
  purpose?: TemplatePurpose;
  variants: TemplateVariant[];
}

/** One of the ladder. */
export type ReminderTemplate = ShippedTemplate & { level: 0 | 1 | 2 | 3 };

/** Who a text is written for and how it travels. */
export type Reader = Pick<TemplateVariant, 'kind' | 'language' | 'debtorKind'>;

/** A text: its subject and its paragraphs in small HTML; an empty paragraph is left out. */
export interface Wording {
  subject: string;
  paragraphs: readonly string[];
}

/** Every text of a template, made by one function from who reads it; the first reader's is the template's own. */
export function shippedTemplate<Level extends ShippedTemplate['level']>(
  about: Pick<ShippedTemplate, 'key' | 'name' | 'purpose'> & { level: Level },
  readers: readonly Reader[],
  write: (reader: Reader) => Wording,
): ShippedTemplate & { level: Level } {
  const texts = readers.map((reader): TemplateVariant => {
    const { subject, paragraphs } = write(reader);
    const bodyHtml = paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => `<p>${paragraph}</p>`);
    return { ...reader, subject, bodyHtml: bodyHtml.join('\n') };
  });
  const [first, ...variants] = texts as [TemplateVariant, ...TemplateVariant[]];
  return { ...about, ...first, variants };
}

/** Every mode and language for each kind of debtor given; the first reader is the first of each. */
export function readersOf(
  kinds: readonly TemplateVariant['kind'][],
  debtorKinds: readonly (DebtorKind | null)[],
): Reader[] {
  const languages: Language[] = ['fr', 'en'];
  return debtorKinds.flatMap((debtorKind) =>
    languages.flatMap((language) => kinds.map((kind) => ({ kind, language, debtorKind }))),
  );
}
