import { answerOf, api } from '../../api/client.ts';
import type { Step } from '../../ladder/step.ts';

export const TEMPLATES_KEY = ['templates', 'to-choose', 'all'];

export const readTemplates = async () =>
  (await answerOf(api.GET('/v1/templates', { params: { query: { limit: 200 } } }))).data;

/** Which templates a step may use: of a mail's or a letter's, the text that fits is picked at sending. */
export const FITTING: Record<Step['kind'], readonly string[]> = {
  email: ['email', 'letter'],
  letter: ['email', 'letter'],
  sms: ['sms'],
  call: [],
  task: [],
};
