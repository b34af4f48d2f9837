import { z } from 'zod';
import { MESSAGE_CHANNELS } from '../../../domain/ladder/step.ts';
import { KINDS_FITTING, TEMPLATE_KINDS } from '../../../domain/messages/template-kinds.ts';
import { FITTING_USE, TEMPLATE_USES, type TemplateUse } from '../../../domain/messages/template-purposes.ts';
import { DEBTOR_KINDS } from '../../../domain/reminder-content.ts';
import { containing } from '../../frame/containing.ts';
import { queryInteger, queryText } from '../../frame/fields.ts';
import { keyset } from '../../frame/keyset.ts';
import { defineList } from '../../frame/list.ts';
import { templateView, viewTemplate, WITH_VARIANTS } from './template-body.ts';

const kinds = z.enum(TEMPLATE_KINDS);
const filters = {
  q: queryText.optional(),
  kind: kinds.optional(),
  channel: z.enum(MESSAGE_CHANNELS).optional().meta({
    description:
      'Only templates that can be used for a message of this channel. Mails and letters can use each other’s templates.',
  }),
  fitting: z.enum(TEMPLATE_USES).optional().meta({
    description:
      'Only templates for this purpose: a reminder, an acknowledgement to a customer, any message to a customer, or a mail to a colleague.',
  }),
  level: queryInteger(0, 9).optional(),
  folder: queryText.optional().meta({ description: 'Only templates in the folder with exactly this name.' }),
  language: z.enum(['fr', 'en']).optional().meta({ description: 'Only templates with a text in this language.' }),
  debtor_kind: z
    .enum(DEBTOR_KINDS)
    .optional()
    .meta({ description: 'Only templates with a text for this kind of debtor, or for any kind.' }),
};
type Filters = z.output<z.ZodObject<typeof filters>>;

function matching({ q, kind, channel, fitting, level, folder, language, debtor_kind: debtorKind }: Filters) {
  const text = {
    ...(language ? { language } : {}),
    ...(debtorKind ? { OR: [{ debtorKind }, { debtorKind: null }] } : {}),
  };
  return {
    ...(q ? { searchText: containing(q) } : {}),
    ...(kind ? { kind } : {}),
    AND: [...(channel ? [{ kind: { in: KINDS_FITTING[channel] } }] : []), ...(fitting ? fittingUse(fitting) : [])],
    ...(level === undefined ? {} : { level }),
    ...(folder ? { folder } : {}),
    ...(language || debtorKind ? { variants: { some: text } } : {}),
  };
}

/** Filters for one use. A statement goes to third parties, so its templates fit none of these uses. */
function fittingUse(use: TemplateUse) {
  const { purposes, onlyOfNoLevel } = FITTING_USE[use];
  return [
    { kind: { not: 'statement' as const } },
    { OR: purposes.map((purpose) => ({ purpose })) },
    ...(onlyOfNoLevel ? [{ level: null }] : []),
  ];
}

export const listTemplatesEndpoint = defineList({
  path: '/v1/templates',
  tag: 'Templates',
  summary: 'List the templates',
  who: ['collector'],
  filters,
  sorts: {
    name: { column: 'name', type: 'text' },
    level: { column: 'level', type: 'integer', nullable: true },
    folder: { column: 'folder', type: 'text', nullable: true },
  },
  defaultSort: 'name',
  row: templateView,
  read: async ({ query, context }, page) => {
    const { where, orderBy, take } = keyset(page);
    const filter = { AND: [matching(query), where] };
    const rows = await context.db.template.findMany({ where: filter, orderBy, take, include: WITH_VARIANTS });
    return rows.map((row) => viewTemplate(row));
  },
  count: ({ query, context }) => context.db.template.count({ where: matching(query) }),
});
