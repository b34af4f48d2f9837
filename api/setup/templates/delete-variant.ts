import { noContent } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { findVariant, variantParams } from './find-variant.ts';

export const deleteVariantEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/templates/{id}/variants/{vid}',
  tag: 'Templates',
  summary: 'Delete a variant of a template',
  who: ['supervisor'],
  params: variantParams,
  answers: { 204: null },
  refusals: [409],
  handle: async ({ params, context: { db } }) => {
    const { template, variant } = await findVariant(db, params);
    await db.template.update({
      where: { id: template.id },
      data: { version: { increment: 1 }, variants: { delete: { id: variant.id } } },
    });
    return noContent();
  },
});
