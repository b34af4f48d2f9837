import { type Channel, MESSAGE_CHANNELS } from '../ladder/step.ts';

/** The kind of message that a text is for: a channel of the case, or a statement. */
export const TEMPLATE_KINDS = [...MESSAGE_CHANNELS, 'statement'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/**
 * The kinds of template from which a message of a channel can be made; the fitting text is then picked among the
 * template's.
 */
export const KINDS_FITTING: Record<Channel, TemplateKind[]> = {
  email: ['email', 'letter'],
  letter: ['email', 'letter'],
  sms: ['sms'],
  call: [],
  task: [],
};
