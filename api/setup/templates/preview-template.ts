import { z } from 'zod';
import { checkTemplate } from '../../../domain/tags/check-template.ts';
import type { Language } from '../../../domain/reminder-content.ts';
import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { uuid } from '../../../facts/inputs/fields.ts';
import { letterOfMail } from '../../../facts/messages/texts/letter-of-mail.ts';
import { pickText } from '../../../facts/messages/texts/pick-text.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere } from '../../frame/problem.ts';
import { drawPreview, previewView } from './draw-preview.ts';
import { contentOfInvoice } from './invoice-content.ts';
import { sampleContent } from './sample-content.ts';
import { WITH_VARIANTS } from './template-body.ts';

export const previewTemplateEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/templates/{id}/preview',
  tag: 'Templates',
  summary: 'Preview a template on an invoice: the variant that fits its customer, and the letter',
  who: ['collector'],
  params: idParams,
  body: z.strictObject({ invoice_id: uuid.nullish() }),
  answers: { 200: previewView },
  handle: async ({ params: { id }, body, auth, context: { db }, at }) => {
    const template = await db.template.findUnique({ where: { id }, include: WITH_VARIANTS });
    const [first] = template?.variants ?? [];
    if (!template || !first) throw notHere();
    const { level } = template;
    const sample = {
      language: first.language as Language,
      debtorKind: first.debtorKind ?? 'professional',
      level: level ?? 1,
    };
    const content = body.invoice_id
      ? await contentOfInvoice(db, body.invoice_id, level, at)
      : sampleContent(await readSettings(db, auth.creditorId), sample, at);
    const { language, debtorKind } = content;
    const main = {
      creditorId: auth.creditorId,
      templateId: id,
      kind: template.kind === 'letter' ? 'letter' : 'email',
      language,
      debtorKind,
    } as const;
    const text = (await pickText(db, main)) ?? first;
    const ofLetter = await pickText(db, { ...main, kind: 'letter' });
    const letter = main.kind === 'letter' ? text : letterOfMail(text, ofLetter, { debtorKind, level });
    const { warnings } = checkTemplate({ ...text, kind: template.kind, level, debtorKind });
    const shown = main.kind === 'email' ? { ...content, letterKind: null } : content;
    return ok(await drawPreview({ main: text, letter }, shown, warnings));
  },
});
