import type { Schema } from '../api/client.ts';

// Choices, in the order offered. A test compares each list with the server's.

type Step = Schema<'Scenario'>['steps'][number];

export const CUSTOMER_KINDS: readonly Schema<'Customer'>['kind'][] = ['consumer', 'professional', 'public'];
export const HOLD_KINDS: readonly Schema<'Invoice'>['dunning']['holds'][number]['kind'][] = [
  ...(['litigation', 'dispute', 'promise'] as const),
  ...(['pause', 'customer_pause', 'specific_action'] as const),
];
export const MESSAGE_CHANNELS = ['email', 'letter', 'sms'] as const satisfies readonly Step['kind'][];
export const CHANNELS: readonly Step['kind'][] = [...MESSAGE_CHANNELS, 'call', 'task'];
export const TEMPLATE_KINDS: readonly Schema<'Template'>['kind'][] = [...MESSAGE_CHANNELS, 'statement'];
export const LETTER_KINDS: readonly NonNullable<Step['letter_kind']>[] = [
  'simple',
  'registered',
  'lre_qualified',
  'ere_simple',
];
export const STEP_ANCHORS: readonly Step['anchor'][] = ['issued_on', 'due_on', 'previous_step'];
export const STEP_MODES: readonly Step['mode'][] = ['manual', 'to_confirm', 'automatic'];

/** Whether a letter of this kind is sent to an e-mail address. */
export const isElectronicLetter = (kind: string | null): boolean => kind === 'ere_simple' || kind === 'lre_qualified';
