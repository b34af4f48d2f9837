import type { Schema } from '../../api/client.ts';

type Template = Schema<'Template'>;

/** A text as it is typed: for a channel, a language and (null: any) a kind of debtor. */
export interface TextDraft {
  /** The variant's id; of a new one, a key of this page alone. */
  key: string;
  isNew: boolean;
  kind: Template['kind'];
  language: string;
  debtor_kind: string | null;
  subject: string;
  body_html: string;
}

/** A template as it is typed; the first text is the one it is made with. */
export interface TemplateDraft {
  name: string;
  level: number | null;
  /** Of a statement: for whose statements it is taken. */
  third_party: Template['third_party'];
  /** Of a text beside the ladder. */
  purpose: Template['purpose'];
  /** Null: in none. */
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

/** A new text; of the kind and for whom the template has none yet, beginning with the words of another. */
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

/** A new template of this name with the texts of another. */
export const copyOf = (template: Template, name: string): TemplateDraft => {
  const draft = draftOf(template);
  return { ...draft, name, texts: draft.texts.map((text) => emptyText(text)) };
};

/** A template is a statement's when its first text is. */
export const isStatement = ({ texts: [first] }: Pick<TemplateDraft, 'texts'>): boolean => first?.kind === 'statement';

/** What a mail's letter says: the letter's text that fits best, else the mail's own. */
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
