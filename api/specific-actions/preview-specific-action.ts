import { z } from 'zod';
import { specificActionInput } from '../../facts/inputs/specific-action.ts';
import { previewSpecific } from '../../facts/specific-actions/draft-specific.ts';
import { renderEmail } from '../../emails/render-email.tsx';
import { draft } from '../actions/action-schema.ts';
import { draftBody } from '../actions/draft-action.ts';
import { drawnLetter } from '../actions/drawn-letter.ts';
import { languageOf } from '../frame/language-of.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';

/** The letter is in the `data:` URL; nothing of it is stored. */
const preview = draft.extend({
  html: z.string().nullable().meta({ description: 'The mail, or the text of an SMS; null for a letter' }),
  pdf_url: z.string().nullable(),
  level: z.int().nullable(),
});

export const previewSpecificActionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/specific-actions/preview',
  tag: 'Specific actions',
  summary: 'Preview what a specific action would say if it were sent now',
  description: 'Nothing is stored. Words that this debtor may not be told are among the `warnings`; an SMS has no PDF.',
  who: ['collector'],
  body: specificActionInput,
  answers: { 200: preview },
  handle: async (request) => {
    const { draft: made, level } = await previewSpecific(request.context.db, factContext(request), request.body);
    const { email } = made.texts;
    const mail = email && (await renderEmail(email, made.content)).html;
    const isSms = made.kind === 'sms';
    const pdfUrl = isSms ? null : await drawnLetter(made);
    return ok({
      ...draftBody(made, '', languageOf(request.headers)),
      html: isSms ? made.text.bodyHtml : mail,
      pdf_url: pdfUrl,
      level,
    });
  },
});
