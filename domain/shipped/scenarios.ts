import type { Channel, LetterKind, StepAnchor, StepMode } from '../ladder/step.ts';
import type { DebtorKind } from '../reminder-content.ts';
import type { ShippedTemplate } from './shipped-template.ts';

/** A default scenario; its steps refer to default templates by key. */
export interface ShippedScenario {
  name: string;
  /** Customers of these kinds follow it unless a more specific setting (group, customer, invoice) says otherwise. */
  defaultFor: readonly DebtorKind[];
  unit: 'invoice' | 'level' | 'account';
  steps: readonly ShippedStep[];
}

interface ShippedStep {
  key: string;
  level: number;
  kind: Channel;
  letterKind: LetterKind | null;
  anchor: StepAnchor;
  delayDays: number;
  mode: StepMode;
  templateKey: ShippedTemplate['key'];
}

/** R1 fifteen days after the anchor, R2 and R3 fifteen days after the previous step; R3 is a registered letter. */
function ladder(first: StepAnchor, reminders: StepMode, formalNotice: StepMode): ShippedStep[] {
  const mail = { kind: 'email', letterKind: null, delayDays: 15, mode: reminders } as const;
  const registered = { kind: 'letter', letterKind: 'registered', delayDays: 15, mode: formalNotice } as const;
  return [
    { key: 'r1', level: 1, anchor: first, templateKey: 'r1', ...mail },
    { key: 'r2', level: 2, anchor: 'previous_step', templateKey: 'r2', ...mail },
    { key: 'r3', level: 3, anchor: 'previous_step', templateKey: 'r3', ...registered },
  ];
}

/** The scenarios that every new creditor gets. */
export const SHIPPED_SCENARIOS: readonly ShippedScenario[] = [
  { name: 'J+15', defaultFor: ['consumer'], unit: 'invoice', steps: ladder('issued_on', 'automatic', 'to_confirm') },
  {
    name: 'Échéance',
    defaultFor: ['professional', 'public'],
    unit: 'invoice',
    steps: ladder('due_on', 'automatic', 'to_confirm'),
  },
  { name: 'Relance à la main', defaultFor: [], unit: 'invoice', steps: ladder('due_on', 'manual', 'manual') },
];
