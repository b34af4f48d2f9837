import { z } from 'zod';
import { renderEmail } from '../../emails/render-email.tsx';
import { statementInput } from '../../facts/inputs/statement.ts';
import { forbiddenWording } from '../../facts/messages/drawing/render-message.ts';
import { previewStatement } from '../../facts/third-parties/create-statement.ts';
import { drawnLetter } from '../actions/drawn-letter.ts';
import { languageOf } from '../frame/language-of.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';

const preview = z.object({
  recipients: z.array(z.string()),
  subject: z.string(),
  html: z.string().nullable().meta({ description: 'The mail; null for a letter' }),
  pdf_url: z.string().meta({ description: 'The statement, as a data: URL' }),
  warnings: z.array(z.string()),
});

export const previewStatementEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/third-parties/{id}/statements/preview',
  tag: 'Third parties',
  summary: 'Preview a statement of unpaid files',
  description:
    'Nothing is stored. A statement that would be refused is refused here too. `warnings` include wording that would keep ' +
    'it from being sent.',
  who: ['collector'],
  params: idParams,
  body: statementInput,
  answers: { 200: preview },
  handle: async (request) => {
    const { params, body, context } = request;
    const read = await previewStatement(context.db, factContext(request), params.id, body);
    if (!read.texts) throw notHere();
    const { texts, content, recipients } = read;
    const mail = await renderEmail(texts.email ?? texts.letter, content);
    return ok({
      recipients,
      subject: mail.subject,
      html: texts.email && mail.html,
      pdf_url: await drawnLetter({ texts, content }),
      warnings: forbiddenWording(texts, content, languageOf(request.headers)),
    });
  },
});
