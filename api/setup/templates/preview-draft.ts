import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { uuid } from '../../../facts/inputs/fields.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { acceptText } from './accept-text.ts';
import { drawPreview, previewView } from './draw-preview.ts';
import { contentOfInvoice } from './invoice-content.ts';
import { sampleContent } from './sample-content.ts';
import { templateInput } from './template-body.ts';

export const previewDraftEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/templates/preview',
  tag: 'Templates',
  summary: 'Preview a text that is not saved yet, on an invoice or on an invented one',
  who: ['collector'],
  body: templateInput.extend({ name: templateInput.shape.name.optional(), invoice_id: uuid.nullish() }),
  answers: { 200: previewView },
  handle: async ({ body, auth, context: { db }, at }) => {
    const { level = null, debtor_kind: debtorKind = null, language } = body;
    const { subject, bodyHtml, warnings } = acceptText({ ...body, level, debtor_kind: debtorKind });
    const sample = { language, debtorKind: debtorKind ?? 'professional', level: level ?? 1 } as const;
    const content = body.invoice_id
      ? await contentOfInvoice(db, body.invoice_id, level, at)
      : sampleContent(await readSettings(db, auth.creditorId), sample, at);
    const text = { subject, bodyHtml };
    return ok(await drawPreview({ main: text, letter: text }, { ...content, language }, warnings));
  },
});
