import { originOf } from '../../domain/actions/action-origin.ts';
import { recordHistory } from '../history.ts';
import { raiseVersion } from '../raise-version.ts';
import { releaseSpecific } from '../specific-actions/release-specific.ts';
import { answerAttention } from './answer-attention.ts';
import { finishSteps } from './finish-steps.ts';
import { accepted, changedBy, type Judge, refused } from './decision.ts';
import { linesAbout } from './lines-about.ts';
import { movesNoCase } from './moves-no-case.ts';
import { cancelCarriers, openOrCarried } from './open-action.ts';
import { remakeRest } from './remake-rest.ts';
import { isUncertain, UNCERTAIN } from './uncertain-sending.ts';

/**
 * A person skips this step: its day counts as the day of its level for what follows, but the level is not raised.
 * Skipping a task that asks for attention means that there is nothing to fix: the case goes on.
 */
export const skipStep: Judge = async (tx, context, decision) => {
  const found = await openOrCarried(tx, decision.actionId);
  if ('refusal' in found) return found.refusal;
  if (await isUncertain(tx, found.action)) return refused('uncertain', UNCERTAIN);
  const by = { ...context, actor: decision.actor };
  const { action, tellings } = await cancelCarriers(tx, by, found);
  const { reason = '' } = decision.args;
  const invoiceIds = await finishSteps(tx, by, action, { outcome: 'skipped', state: 'skipped', reason });
  const isSpecific = originOf(action) === 'specific_action';
  if (isSpecific) await releaseSpecific(tx, by, action.id);
  if (originOf(action) === 'attention') await answerAttention(tx, by, action.id, invoiceIds);
  await recordHistory(tx, by, linesAbout(action, invoiceIds, 'skipped', { reason }));
  if (movesNoCase(action)) return accepted([]);
  await raiseVersion(tx, invoiceIds);
  const remadeIds = await remakeRest(tx, context, found.carriers, invoiceIds);
  return accepted([...tellings, ...changedBy(invoiceIds, 'skipped')], null, remadeIds);
};
