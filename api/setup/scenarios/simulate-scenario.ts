import { simulate } from '../../../domain/ladder/simulate.ts';
import { businessCalendar } from '../../../facts/business-calendar.ts';
import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { ok } from '../../frame/answer.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';
import { idParams } from '../../frame/fields.ts';
import { invalidField, notHere } from '../../frame/problem.ts';
import { simulationInput, simulationView, WITH_STEPS } from './scenario-body.ts';

export const simulateScenarioEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/scenarios/{id}/simulate',
  tag: 'Scenarios',
  summary: 'Simulate when each step of an invoice with these dates would leave',
  who: ['collector'],
  params: idParams,
  body: simulationInput,
  answers: { 200: simulationView },
  handle: async ({ params: { id }, body, auth, context: { db } }) => {
    const stored = await db.scenario.findUnique({ where: { id }, include: WITH_STEPS });
    if (!stored) throw notHere();
    if (body.due_on < body.issued_on) {
      throw invalidField(
        'due_before_issued',
        '/due_on',
        'It is due before it is issued.',
        'Send a day on or after issued_on.',
      );
    }
    const settings = await readSettings(db, auth.creditorId);
    const { maxMessagesCount: count, maxMessagesDays: days, minimumSpacingDays, confirmAfterRelease } = settings;
    const steps = simulate({
      issuedOn: body.issued_on,
      dueOn: body.due_on,
      steps: stored.versions[0]?.steps ?? [],
      calendar: businessCalendar(settings),
      after: body.after,
      settings: {
        minimumSpacingDays,
        confirmAfterRelease,
        cap: count !== null && days !== null ? { count, days } : null,
      },
    });
    return ok({ steps: steps.map(({ key, level, dueAt, mode }) => ({ key, level, due_at: dueAt, mode })) });
  },
});
