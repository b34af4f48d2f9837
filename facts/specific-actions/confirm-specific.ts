import { CORRECTED } from '../../domain/actions/why-withdrawn.ts';
import { isMessage } from '../../domain/ladder/step.ts';
import type { Transaction } from '../../prisma/client.ts';
import { clearAttention } from '../clear-attention.ts';
import { accepted, type AskedDecision, changedBy, type Judged, refused } from '../decisions/decision.ts';
import { refuseOldDraft } from '../decisions/refuse-old-draft.ts';
import { UNCERTAIN, uncertainInvoices } from '../decisions/uncertain-sending.ts';
import { recordHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { correctedWords } from './corrected-words.ts';
import { loadSpecific, type LoadedSpecific } from './load-specific.ts';
import { freeInvoices, isEarlyNotice, reserveSpecific } from './reserve-specific.ts';
import { isUnderWay } from './under-way.ts';

const NOT_OVERDUE = 'None of its invoices is overdue now: no formal notice is sent of them.';
const ON_ITS_WAY = 'Another reminder of one of these invoices is on its way.';
/**
 * For an automatic action that a person corrected: if its message is taken back, a person is asked, so that the
 * author's words do not leave.
 */
const TAKEN_OVER = { mode: 'to_confirm', reason: CORRECTED } as const;

/**
 * A person sends a prepared specific action: it leaves at once, about the invoices that nothing stops. An invoice that
 * waits to know whether an earlier message has left stays behind, and its question stays open.
 */
export async function confirmSpecific(
  tx: Transaction,
  context: FactContext,
  decision: AskedDecision,
  actionId: string,
): Promise<Judged> {
  const action = await loadSpecific(tx, actionId);
  if (!action) return refused('unknown_action', 'This action does not exist any more.');
  const { kind: channel } = action;
  if (!isMessage(channel)) return refused('nothing_to_send', 'This action is not sent: complete it.');
  if (channel === 'sms' && context.connectors && !context.connectors.sms)
    return refused('nothing_to_send', 'This action is not sent: complete it.');
  if (action.messageId) return refused('already_confirmed', 'This action is confirmed already.');
  if (action.dueAt > context.at) return refused('not_due', 'The day of this action has not come yet.');
  const by = { ...context, actor: decision.actor };
  const { customerId, letterKind } = action;
  const invoiceIds = action.invoices.map((one) => one.invoiceId);
  const uncertain = await uncertainInvoices(tx, invoiceIds);
  const lookedAt = invoiceIds.filter((id) => !uncertain.has(id));
  if (await isUnderWay(tx, lookedAt)) return refused('already_on_its_way', ON_ITS_WAY);
  const seen = asLookedAt(action, lookedAt);
  const free = freeInvoices(seen, context.at);
  if (free.length === 0 && lookedAt.length === 0) return refused('uncertain', UNCERTAIN);
  if (free.length === 0 && seen.invoices.every(({ invoice }) => isEarlyNotice(seen, invoice, context.at)))
    return refused('not_overdue', NOT_OVERDUE);
  if (free.length === 0) return refused('held', 'The invoices of this action are held.');
  const old = await refuseOldDraft(tx, context, decision, actionId);
  if (old) return old;
  await clearAttention(tx, by, lookedAt);
  const { comment, edits = {} } = decision.args;
  const { words, ...text } = await correctedWords(tx, { ...seen, kind: channel }, edits);
  const messageId = await reserveSpecific(tx, by, { ...seen, ...text }, free, decision.actor, words);
  const own = Object.keys(edits).length > 0 && action.mode === 'automatic' ? TAKEN_OVER : {};
  await tx.action.update({ where: { id: actionId }, data: { ...own, ...(comment ? { comment } : {}) } });
  const data = { title: action.title ?? undefined, channel, letterKind, comment };
  await recordHistory(
    tx,
    by,
    free.map((invoice) => ({ customerId, invoiceId: invoice.id, kind: 'confirmed' as const, data, messageId })),
  );
  await raiseVersion(tx, invoiceIds);
  return accepted(changedBy(invoiceIds, 'confirmed'), messageId);
}

/**
 * The action as it will be once the attention of these invoices is cleared. Nothing is stored, in case the decision is
 * refused.
 */
const asLookedAt = (action: LoadedSpecific, invoiceIds: readonly string[]): LoadedSpecific => ({
  ...action,
  invoices: action.invoices.map((one) =>
    invoiceIds.includes(one.invoiceId) ? { ...one, invoice: { ...one.invoice, attentionCode: null } } : one,
  ),
});
