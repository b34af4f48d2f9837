import { type Channel, MESSAGE_CHANNELS } from '../ladder/step.ts';

/** What a text is made for: what leaves about a case, or a statement. */
export const TEMPLATE_KINDS = [...MESSAGE_CHANNELS, 'statement'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Of which templates a message of a channel can be made: the text that fits is then picked among a template's. */
export const KINDS_FITTING: Record<Channel, TemplateKind[]> = {
  email: ['email', 'letter'],
  letter: ['email', 'letter'],
  sms: ['sms'],
  call: [],
  task: [],
};
