import type { TemplateKind } from '../messages/template-kinds.ts';
import type { TemplatePurpose } from '../messages/template-purposes.ts';
import type { DebtorKind, Language, TemplateText } from '../reminder-content.ts';

/** One text of a template: for a channel, a language and a kind of debtor (null for any). */
export interface TemplateVariant extends TemplateText {
  kind: TemplateKind;
  language: Language;
  debtorKind: DebtorKind | null;
}

/** A default template: its first text, and the other texts as variants. */
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
  /** Null for texts outside the ladder. */
  level: 0 | 1 | 2 | 3 | null;
  /** For a statement: the kind of reader. */
  thirdParty?: 'referrer' | 'notary';
  /** For a text that is not a reminder: its purpose. */
  purpose?: TemplatePurpose;
  variants: TemplateVariant[];
}

/** A template of the ladder. */
export type ReminderTemplate = ShippedTemplate & { level: 0 | 1 | 2 | 3 };

/** The reader for whom a text is written, and its channel. */
export type Reader = Pick<TemplateVariant, 'kind' | 'language' | 'debtorKind'>;

/** A text: its subject, and its paragraphs in simple HTML; empty paragraphs are left out. */
export interface Wording {
  subject: string;
  paragraphs: readonly string[];
}

/**
 * Builds every text of a template with one function; the first reader's text is the template's own, the others are its
 * variants.
 */
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

/** Every channel and language for each kind of debtor given; the first combination comes first. */
export function readersOf(
  kinds: readonly TemplateVariant['kind'][],
  debtorKinds: readonly (DebtorKind | null)[],
): Reader[] {
  const languages: Language[] = ['fr', 'en'];
  return debtorKinds.flatMap((debtorKind) =>
    languages.flatMap((language) => kinds.map((kind) => ({ kind, language, debtorKind }))),
  );
}
