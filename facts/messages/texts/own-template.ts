import type { Channel } from '../../../domain/ladder/step.ts';
import { KINDS_FITTING } from '../../../domain/messages/template-kinds.ts';
import type { Transaction } from '../../../prisma/client.ts';
import type { FactContext } from '../../outcome.ts';
import { invalid } from '../../refused.ts';

/** The id of one of the creditor's templates, checked to fit this channel and to be meant for customers. */
export async function ownTemplate(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  templateId: string,
  channel: Channel = 'email',
): Promise<string> {
  const { id, purpose } = await findTemplate(tx, context, templateId, channel);
  if (purpose !== 'internal') return id;
  const detail = 'This template is for colleagues: nothing is sent to a customer with it.';
  throw invalid('internal_template', '/template_id', detail, 'Take one that is for customers.');
}

/** The id of one of the creditor's templates, checked to fit a mail to a colleague. */
export async function ownTemplateForColleague(
  tx: Transaction,
  context: Pick<FactContext, 'creditorId'>,
  templateId: string,
): Promise<string> {
  return (await findTemplate(tx, context, templateId, 'email')).id;
}

async function findTemplate(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  templateId: string,
  channel: Channel,
) {
  const where = { id: templateId, creditorId, kind: { in: KINDS_FITTING[channel] } };
  const template = await tx.template.findFirst({ where, select: { id: true, purpose: true } });
  if (template) return template;
  const detail = 'There is no such template for this channel.';
  throw invalid('unknown_template', '/template_id', detail, 'Give the id of one.');
}
