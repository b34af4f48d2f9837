import { isUnchanged } from '../../../facts/is-unchanged.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { stale } from '../../frame/problem.ts';
import { acceptText } from './accept-text.ts';
import { findVariant, variantParams } from './find-variant.ts';
import { refuseSame } from './refuse-same.ts';
import { templateView, variantInput, viewTemplate, WITH_VARIANTS } from './template-body.ts';

export const changeVariantEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/templates/{id}/variants/{vid}',
  tag: 'Templates',
  summary: 'Change a variant of a template; `If-Match` names the template’s version',
  who: ['supervisor'],
  params: variantParams,
  body: variantInput.partial(),
  answers: { 200: templateView },
  refusals: [409],
  handle: async ({ params, body, context: { db }, matches }) => {
    const { template, variant } = await findVariant(db, params);
    matches(template.version);
    const { kind = variant.kind, language = variant.language, debtor_kind: debtorKind = variant.debtorKind } = body;
    const others = template.variants.filter(({ id }) => id !== variant.id);
    refuseSame(others, { kind, language, debtorKind });
    const { subject, bodyHtml, warnings } = acceptText({
      kind,
      level: template.level,
      debtor_kind: debtorKind,
      subject: body.subject ?? variant.subject,
      body_html: body.body_html ?? variant.bodyHtml,
    });
    const text = { kind, language, debtorKind, subject, bodyHtml };
    if (isUnchanged(variant, text)) return ok(viewTemplate(template, warnings), { version: template.version });
    const after = await db.$transaction(async (tx) => {
      const where = { id: template.id, version: template.version };
      const { count } = await tx.template.updateMany({ where, data: { version: { increment: 1 } } });
      if (count === 0) throw stale();
      await tx.templateVariant.update({ where: { id: variant.id }, data: text });
      return await tx.template.findUniqueOrThrow({ where: { id: template.id }, include: WITH_VARIANTS });
    });
    return ok(viewTemplate(after, warnings), { version: after.version });
  },
});
