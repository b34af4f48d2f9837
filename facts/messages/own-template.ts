import type { Channel } from '../../domain/ladder/step.ts';
import { KINDS_FITTING } from '../../domain/messages/template-kinds.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';

/** The id of a template of the creditor's that a message of this channel can be made from. */
export async function ownTemplate(
  tx: Transaction,
  { creditorId }: Pick<FactContext, 'creditorId'>,
  templateId: string,
  channel: Channel = 'email',
): Promise<string> {
  const where = { id: templateId, creditorId, kind: { in: KINDS_FITTING[channel] } };
  const template = await tx.template.findFirst({ where });
  if (template) return template.id;
  const detail = 'There is no such template for this channel.';
  throw invalid('unknown_template', '/template_id', detail, 'Give the id of one.');
}
