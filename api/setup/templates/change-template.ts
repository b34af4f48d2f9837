import { isUnchanged } from '../../../facts/is-unchanged.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { notHere, stale } from '../../frame/problem.ts';
import { acceptText } from './accept-text.ts';
import { refusePurpose } from './refuse-purpose.ts';
import { refuseSame } from './refuse-same.ts';
import { refuseWhenUsed } from './refuse-when-used.ts';
import { templateChange, templateView, viewTemplate, WITH_VARIANTS } from './template-body.ts';

export const changeTemplateEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/templates/{id}',
  tag: 'Templates',
  summary: 'Change a template; what is rendered from now on uses it',
  who: ['supervisor'],
  params: idParams,
  body: templateChange,
  answers: { 200: templateView },
  handle: async ({ params: { id }, body, context: { db }, matches }) => {
    const before = await db.template.findUnique({ where: { id }, include: WITH_VARIANTS });
    const [first] = before?.variants ?? [];
    if (!before || !first) throw notHere();
    matches(before.version);
    const { name = before.name, kind = before.kind, level = before.level } = body;
    const { third_party: thirdParty = before.thirdParty, purpose = before.purpose, folder = before.folder } = body;
    const isTakenIn = purpose === 'internal' && before.purpose !== 'internal';
    if (kind !== before.kind || isTakenIn) await refuseWhenUsed(db, before);
    refusePurpose({ kind, level, purpose });
    const { language = first.language, debtor_kind: debtorKind = first.debtorKind } = body;
    const writtenTo = { kind, language, debtorKind };
    if (!isUnchanged(first, writtenTo)) refuseSame(before.variants.slice(1), writtenTo);
    const draft = {
      kind,
      level,
      debtor_kind: debtorKind,
      subject: body.subject ?? first.subject,
      body_html: body.body_html ?? first.bodyHtml,
    };
    const { subject, bodyHtml, warnings } = acceptText(draft);
    const change = { name, kind, level, thirdParty, purpose, folder };
    const text = { ...writtenTo, subject, bodyHtml };
    if (isUnchanged(before, change) && isUnchanged(first, text))
      return ok(viewTemplate(before, warnings), { version: before.version });
    const after = await db.$transaction(async (tx) => {
      const data = { ...change, version: { increment: 1 } };
      const { count } = await tx.template.updateMany({ where: { id, version: before.version }, data });
      if (count === 0) throw stale();
      await tx.templateVariant.update({ where: { id: first.id }, data: text });
      return await tx.template.findUniqueOrThrow({ where: { id }, include: WITH_VARIANTS });
    });
    return ok(viewTemplate(after, warnings), { version: after.version });
  },
});
