import { api, type Schema, versionedAnswerOf } from '../../api/client.ts';
import { isSameText, isStatement, type TemplateDraft, type TextDraft } from './template-draft.ts';

type Template = Schema<'Template'>;
type TextBody = Pick<Template, 'kind' | 'subject' | 'body_html'> & {
  language: 'fr' | 'en';
  debtor_kind: 'consumer' | 'professional' | 'public' | null;
};

/** A stored template with its ETag. */
export interface StoredTemplate {
  data: Template;
  etag: string;
}

/** Callbacks during saving: which text is being stored, and each step that was stored. */
interface SaveSteps {
  onText: (key: string) => void;
  /** `added`: the key of the text that was added to the end of the template. */
  onStored: (stored: StoredTemplate, added?: string) => void;
}

export const textBody = ({ kind, language, debtor_kind, subject, body_html }: TextDraft): TextBody => ({
  kind,
  language: language as TextBody['language'],
  debtor_kind: debtor_kind as TextBody['debtor_kind'],
  subject,
  body_html,
});

/** The fields shared by all texts, with the first text. A statement is for a third party and has no other purpose. */
const bodyOf = (draft: TemplateDraft, first: TextDraft) => ({
  name: draft.name,
  level: draft.level,
  third_party: isStatement(draft) ? draft.third_party : null,
  purpose: isStatement(draft) ? null : draft.purpose,
  folder: draft.folder,
  ...textBody(first),
});

/** Creates the template with its first text, then adds the others. */
export async function createTemplate(draft: TemplateDraft, steps: SaveSteps): Promise<StoredTemplate> {
  const [first, ...others] = draft.texts;
  if (!first) throw new Error('A template has a text');
  steps.onText(first.key);
  const stored = await versionedAnswerOf(api.POST('/v1/templates', { body: bodyOf(draft, first) }));
  return addTexts(stored, others, steps);
}

/** Saves the differences from `before`, with one request per text; each uses the ETag that the former one returned. */
export async function saveTemplate(
  { data: { id }, etag }: StoredTemplate,
  before: TemplateDraft,
  draft: TemplateDraft,
  steps: SaveSteps,
): Promise<StoredTemplate> {
  let stored = { etag } as StoredTemplate;
  const known = new Map(before.texts.map((text) => [text.key, text]));
  const keep = (next: StoredTemplate) => {
    stored = next;
    steps.onStored(next);
  };
  for (const { key } of before.texts.filter((text) => !draft.texts.some((one) => one.key === text.key))) {
    await api.DELETE('/v1/templates/{id}/variants/{vid}', { params: { path: { id, vid: key } } });
    keep(await readTemplate(id));
  }
  const named = { params: { path: { id }, header: { 'If-Match': stored.etag } } };
  const [first, ...others] = draft.texts;
  const isChanged = (['name', 'level', 'third_party', 'purpose', 'folder'] as const).some(
    (field) => draft[field] !== before[field],
  );
  if (first && (isChanged || !isSameText(first, known.get(first.key)))) {
    steps.onText(first.key);
    const body = bodyOf(draft, first);
    keep(await versionedAnswerOf(api.PATCH('/v1/templates/{id}', { ...named, body })));
  }
  for (const text of others.filter((one) => !one.isNew && !isSameText(one, known.get(one.key)))) {
    steps.onText(text.key);
    const params = { path: { id, vid: text.key }, header: { 'If-Match': stored.etag } };
    keep(await versionedAnswerOf(api.PATCH('/v1/templates/{id}/variants/{vid}', { params, body: textBody(text) })));
  }
  const added = others.filter(({ isNew }) => isNew);
  return added.length > 0 ? addTexts(await readTemplate(id), added, steps) : stored;
}

export const readTemplate = (id: string): Promise<StoredTemplate> =>
  versionedAnswerOf(api.GET('/v1/templates/{id}', { params: { path: { id } } }));

async function addTexts(
  stored: StoredTemplate,
  texts: readonly TextDraft[],
  steps: SaveSteps,
): Promise<StoredTemplate> {
  steps.onStored(stored);
  let last = stored;
  for (const text of texts) {
    steps.onText(text.key);
    const params = { path: { id: stored.data.id } };
    last = await versionedAnswerOf(api.POST('/v1/templates/{id}/variants', { params, body: textBody(text) }));
    steps.onStored(last, text.key);
  }
  return last;
}
