import type { Channel } from '../ladder/step.ts';
import type { TemplateVariant } from '../shipped/shipped-template.ts';

type TemplateKind = TemplateVariant['kind'];

/** Of which templates a message of a channel can be made: the text that fits is then picked among a template's. */
export const TEMPLATE_KINDS: Record<Channel, TemplateKind[]> = {
  email: ['email', 'letter'],
  letter: ['email', 'letter'],
  sms: ['sms'],
  call: [],
  task: [],
};
