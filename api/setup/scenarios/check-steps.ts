import { isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import { type Connectors, goesByPrintProvider } from '../../../domain/messages/connectors.ts';
import { KINDS_FITTING } from '../../../domain/messages/template-kinds.ts';
import type { Fault } from '../../../facts/refused.ts';
import type { Database } from '../../../prisma/client.ts';
import { unprocessable } from '../../frame/problem.ts';
import type { StepInput } from './scenario-body.ts';

interface StepFault extends Fault {
  code: string;
}

type Standing = Pick<StepInput, 'key' | 'kind' | 'letter_kind' | 'mode'>;

/**
 * Throws a 422 that lists everything wrong with the steps, with the code of the first fault. Steps in force (`standing`)
 * may stay automatic although their provider is gone or switched off; they wait for a person until it is back.
 */
export async function checkSteps(
  db: Database,
  steps: readonly StepInput[],
  connectors: Connectors,
  standing: readonly Standing[] = [],
): Promise<void> {
  const ofSteps = steps.flatMap((step, index) => {
    const faults = faultsOfStep(step, index, connectors);
    return stands(step, standing) ? faults.filter(({ code }) => !WITHOUT_PROVIDER.includes(code)) : faults;
  });
  const faults = [...faultsOfOrder(steps), ...ofSteps, ...(await faultsOfTemplates(db, steps))];
  const [first] = faults;
  if (!first) return;
  const errors = faults.map(({ pointer, detail, fix }) => ({ pointer, detail, fix }));
  throw unprocessable(first.code, errors, first.detail);
}

const WITHOUT_PROVIDER = ['no_print_connector', 'no_sms_connector'];

/** Whether the step in force is sent in the same way. */
function stands(step: StepInput, standing: readonly Standing[]): boolean {
  const before = standing.find(({ key }) => key === step.key);
  if (before?.mode !== step.mode || before.kind !== step.kind) return false;
  return (before.letter_kind ?? 'simple') === (step.letter_kind ?? 'simple');
}

function fault(index: number, field: string, code: string, detail: string, fix: string): StepFault {
  return { pointer: `/steps/${index}/${field}`, code, detail, fix };
}

function faultsOfOrder(steps: readonly StepInput[]): StepFault[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const faults: StepFault[] = [];
    if (steps.findIndex(({ key }) => key === step.key) < index) {
      faults.push(fault(index, 'key', 'duplicate_key', 'Two steps have this key.', 'Give each step its own key.'));
    }
    if (before && step.level < before.level) {
      faults.push(
        fault(
          index,
          'level',
          'level_falls',
          'Levels never fall from one step to the next.',
          `Send at least ${before.level}.`,
        ),
      );
    }
    if (!before && step.anchor === 'previous_step') {
      faults.push(
        fault(
          index,
          'anchor',
          'no_previous_step',
          'Nothing comes before the first step.',
          'Anchor it to issued_on or due_on.',
        ),
      );
    }
    return faults;
  });
}

function faultsOfStep(step: StepInput, index: number, connectors: Connectors): StepFault[] {
  const faults: StepFault[] = [];
  if (step.anchor === 'previous_step' && step.delay_days < 0) {
    faults.push(
      fault(
        index,
        'delay_days',
        'before_previous_step',
        'A step cannot leave before the one it follows.',
        'Send 0 or more.',
      ),
    );
  }
  if (step.may_precede_due && isFormalNoticeLevel(step.level)) {
    const detail = 'A formal notice never leaves before the debt is due.';
    faults.push(fault(index, 'may_precede_due', 'notice_before_due', detail, 'Send false.'));
  }
  if (step.kind !== 'letter' && step.letter_kind) {
    faults.push(
      fault(
        index,
        'letter_kind',
        'not_a_letter',
        'Only a letter has a letter_kind.',
        'Take it out, or make the step a letter.',
      ),
    );
  }
  if (step.mode !== 'automatic' || step.kind === 'email') return faults;
  if (step.kind === 'letter') {
    if (goesByPrintProvider(connectors, { kind: 'letter', letterKind: step.letter_kind ?? 'simple' })) return faults;
    return [
      ...faults,
      fault(
        index,
        'mode',
        'no_print_connector',
        'There is no print provider that such a letter could leave by itself with.',
        'Send to_confirm or manual.',
      ),
    ];
  }
  if (step.kind === 'sms') {
    if (connectors.sms) return faults;
    return [...faults, fault(index, 'mode', 'no_sms_connector', 'There is no SMS provider.', 'Send manual.')];
  }
  return [...faults, fault(index, 'mode', 'done_by_a_person', 'A call or a task is done by a person.', 'Send manual.')];
}

async function faultsOfTemplates(db: Database, steps: readonly StepInput[]): Promise<StepFault[]> {
  const ids = steps.flatMap((step) => step.template_id ?? []);
  const found = await db.template.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true, purpose: true },
  });
  const known = new Map(found.map((template) => [template.id, template]));
  return steps.flatMap((step, index) => {
    const at = (code: string, detail: string, fix: string) => [fault(index, 'template_id', code, detail, fix)];
    const fitting = KINDS_FITTING[step.kind];
    if (!step.template_id) {
      return fitting.length > 0
        ? at('template_missing', 'A step that writes needs a template.', 'Add the id of one of GET /v1/templates.')
        : [];
    }
    const template = known.get(step.template_id);
    if (!template) return at('unknown_template', 'There is no such template.', 'Name one of GET /v1/templates.');
    if (fitting.length === 0) return at('template_without_use', 'A call or a task has no text.', 'Take it out.');
    const { kind, purpose } = template;
    if (purpose === 'internal')
      return at('internal_template', 'This template is for colleagues.', 'Take one that is for customers.');
    return fitting.includes(kind)
      ? []
      : at('template_kind', `A template of kind ${kind} does not fit.`, `Take one of kind ${fitting.join(' or ')}.`);
  });
}
