import type { Schema } from '../../api/client.ts';

type Template = Schema<'Template'>;

/** A text as typed, for a channel, a language and a kind of debtor (null for any). */
export interface TextDraft {
  /** The id of the variant, or a key generated on this page for a new one. */
  key: string;
  isNew: boolean;
  kind: Template['kind'];
  language: string;
  debtor_kind: string | null;
  subject: string;
  body_html: string;
}

/** A template as typed. It is created with its first text. */
export interface TemplateDraft {
  name: string;
  level: number | null;
  /** For a statement: the third parties whose statements may use it. */
  third_party: Template['third_party'];
  /** For a text that belongs to no level of the ladder. */
  purpose: Template['purpose'];
  /** Null for no folder. */
  folder: string | null;
  texts: TextDraft[];
}

export const draftOf = ({ name, level, third_party, purpose, folder, variants }: Template): TemplateDraft => ({
  name,
  level,
  third_party,
  purpose,
  folder,
  texts: variants.map(({ id, ...text }) => ({ key: id, isNew: false, ...text })),
});

export const emptyDraft = (): TemplateDraft => ({
  ...{ name: '', level: null, third_party: null, purpose: null, folder: null },
  texts: [emptyText()],
});

/**
 * A new text. `like` gives the channel, language and kind of debtor that the template lacks, and the text to start
 * from.
 */
export const emptyText = (like?: Partial<TextDraft>): TextDraft => ({
  kind: 'email',
  language: 'fr',
  debtor_kind: null,
  subject: '',
  body_html: '',
  ...like,
  key: crypto.randomUUID(),
  isNew: true,
});

/** A new template with this name and the texts of another. */
export const copyOf = (template: Template, name: string): TemplateDraft => {
  const draft = draftOf(template);
  return { ...draft, name, texts: draft.texts.map((text) => emptyText(text)) };
};

/** Whether the template is for statements: its first text decides. */
export const isStatement = ({ texts: [first] }: Pick<TemplateDraft, 'texts'>): boolean => first?.kind === 'statement';

/** The text for the letter that goes with an e-mail: the best matching letter text, else the text of the e-mail. */
export function letterFor(text: TextDraft, texts: readonly TextDraft[]): TextDraft {
  if (text.kind !== 'email') return text;
  const letters = texts.filter(({ kind, language }) => kind === 'letter' && language === text.language);
  return (
    letters.find(({ debtor_kind: kind }) => kind === text.debtor_kind) ??
    letters.find(({ debtor_kind: kind }) => kind === null) ??
    text
  );
}

export const isSameText = (a: TextDraft, b: TextDraft | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.language === b.language &&
  a.debtor_kind === b.debtor_kind &&
  a.subject === b.subject &&
  a.body_html === b.body_html;
