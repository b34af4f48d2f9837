import { originOf } from '../../domain/actions/action-origin.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { businessCalendar } from '../business-calendar.ts';
import { recordHistory } from '../history.ts';
import { planCase } from '../plan/plan-case.ts';
import { raiseVersion } from '../raise-version.ts';
import { accepted, changedBy, type Judge, refused } from './decision.ts';
import { isAboutMessage } from './judge-about-message.ts';
import { linesAbout } from './lines-about.ts';
import { movesNoCase } from './moves-no-case.ts';
import { cancelCarriers, openOrCarried } from './open-action.ts';
import { dueAgain, refuseEarlierDay } from './postponed-day.ts';
import { remakeRest } from './remake-rest.ts';

/** A person postpones an action to a day: it is planned again, and leaves or is asked for then. */
export const postponeStep: Judge = async (tx, context, decision) => {
  const found = await openOrCarried(tx, decision.actionId);
  if ('refusal' in found) return found.refusal;
  const { settings } = found.action.customer.creditor;
  const { untilOn, reason = '' } = decision.args;
  if (!settings || !untilOn) return refused('malformed', 'The day is missing.');
  const calendar = businessCalendar(settings);
  const earlier = refuseEarlierDay(untilOn, context.at, calendar);
  if (earlier) return earlier;
  if (found.carriers.length === 0 && found.action.messageId && !isAboutMessage(found.action))
    return refused('already_confirmed', 'This letter is made already: post it, or skip the step.');
  const by = { ...context, actor: decision.actor };
  const { action, tellings } = await cancelCarriers(tx, by, found);
  const isSpecific = originOf(action) === 'specific_action';
  if (originOf(action) !== 'step') {
    const data = { ...dueAgain(untilOn, calendar), reason: isSpecific ? null : action.reason };
    await tx.action.update({ where: { id: action.id }, data });
  }
  const about = await tx.actionInvoice.findMany({ where: { actionId: action.id } });
  const ofAction = about.map(({ invoiceId }) => invoiceId);
  await recordHistory(tx, by, linesAbout(action, ofAction, 'postponed', { untilOn, reason }));
  if (movesNoCase(action)) return accepted([]);
  for (const [index, { invoiceId, stepKey, level, kind }] of action.openSteps.entries()) {
    const step = { postponedStepKey: stepKey, postponedLevel: level, postponedKind: kind };
    const data = { postponedUntilOn: toDateColumn(untilOn), ...step };
    await tx.invoice.update({ where: { id: invoiceId }, data });
    // The action keeps its id: it moves with its first step, and the other steps find it there.
    await planCase(tx, context, invoiceId, { moveAction: index === 0 });
  }
  const invoiceIds = isSpecific ? ofAction : action.openSteps.map(({ invoiceId }) => invoiceId);
  await raiseVersion(tx, invoiceIds);
  const remadeIds = await remakeRest(tx, context, found.carriers, invoiceIds);
  return accepted([...tellings, ...changedBy(invoiceIds, 'postponed')], null, remadeIds);
};
