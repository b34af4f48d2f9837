import { FORMAL_NOTICE_LEVEL, isFormalNoticeLevel, isMessage } from '../../domain/ladder/step.ts';
import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { LetterKind } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { SpecificActionPlan } from '../inputs/specific-action.ts';
import { ownTemplate } from '../messages/texts/own-template.ts';
import { ownTextAlone } from '../messages/texts/own-text-alone.ts';
import { acceptOwnWords } from '../messages/texts/own-words.ts';
import type { MessageEdits } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { checkAssignee } from '../tasks/check-assignee.ts';

/** A checked plan: what leaves, how, and in which words. */
export interface CheckedPlan {
  mode: SpecificActionPlan['mode'];
  letterKind: LetterKind | null;
  /** The level of its wording; the action does no level of the ladder. Null for none. */
  level: number | null;
  templateId: string | null;
  words: MessageEdits;
}

const OUT = 'Leave it out.';

/** Checks a plan for a customer and refuses what can never be done as planned. A call or a task is always `manual`. */
export async function checkPlan(
  tx: Transaction,
  context: FactContext,
  customerId: string,
  plan: SpecificActionPlan,
): Promise<CheckedPlan> {
  await checkAssignee(tx, context, plan.assignee_id);
  const copied = await copiedStep(tx, context, plan);
  if (!isMessage(plan.kind)) {
    refuseTextOf(plan);
    return { mode: 'manual', letterKind: null, level: null, templateId: null, words: {} };
  }
  const letterKind = letterKindOf(plan, copied?.letterKind ?? null);
  refuseUnsendable(context, plan, letterKind);
  const given = plan.template_id ? await ownTemplate(tx, context, plan.template_id, plan.kind) : null;
  const { connectors } = context;
  const words = await acceptOwnWords(tx, customerId, plan, { kind: plan.kind, letterKind, connectors });
  const own = { customerId, kind: plan.kind, templateId: copied?.templateId ?? null, words };
  const text = given ? { templateId: given, words } : await ownTextAlone(tx, context, own);
  const { templateId } = text;
  return { mode: plan.mode, letterKind, level: levelOf(plan, copied?.level ?? null), templateId, words: text.words };
}

/** The plan's level, else the copied step's. A mail or an SMS is never a formal notice. */
function levelOf({ kind, level }: SpecificActionPlan, copied: number | null): number | null {
  if (kind === 'letter') return level ?? copied;
  if (level !== undefined && isFormalNoticeLevel(level))
    throw invalid('not_a_letter', '/level', 'A formal notice is a letter.', 'Send a letter, or leave level out.');
  return level ?? (copied === null ? null : Math.min(copied, FORMAL_NOTICE_LEVEL - 1));
}

/** The step of a scenario whose text, level and kind of letter are copied. */
async function copiedStep(
  tx: Transaction,
  { creditorId }: FactContext,
  { copy_from: from, template_id: templateId }: SpecificActionPlan,
) {
  if (!from) return null;
  if (templateId) {
    const detail = 'The text is either copied from a step or a template’s own.';
    throw invalid('two_texts', '/template_id', detail, 'Leave template_id or copy_from out.');
  }
  const scenario = await tx.scenario.findFirst({
    where: { id: from.scenario_id, creditorId },
    include: { versions: { include: { steps: { where: { key: from.step_key } } } } },
  });
  if (!scenario)
    throw invalid(
      'unknown_scenario',
      '/copy_from/scenario_id',
      'There is no such scenario.',
      'Name one of GET /v1/scenarios.',
    );
  const [step] = scenario.versions.find(({ version }) => version === scenario.currentVersion)?.steps ?? [];
  if (step) return step;
  throw invalid(
    'unknown_step',
    '/copy_from/step_key',
    'The scenario has no such step.',
    'Give the key of one of its steps.',
  );
}

function refuseTextOf(plan: SpecificActionPlan): void {
  const given = (['template_id', 'subject', 'body_html', 'recipients', 'letter_kind', 'level'] as const).find(
    (field) => plan[field] !== undefined,
  );
  if (given) throw invalid('not_a_message', `/${given}`, 'A call or a task is not sent.', OUT);
}

function refuseUnsendable(context: FactContext, plan: SpecificActionPlan, letterKind: LetterKind | null): void {
  if (plan.kind === 'sms' && !context.connectors?.sms)
    throw invalid('no_sms_connector', '/kind', 'There is no SMS provider.', 'Send an email or a letter.');
  const isOffered = goesByPrintProvider(context.connectors, { kind: plan.kind, letterKind });
  if (plan.kind === 'letter' && plan.mode === 'automatic' && !isOffered) {
    const detail = 'There is no print provider that a letter could leave by itself with.';
    throw invalid('no_print_connector', '/mode', detail, 'Send to_confirm or manual.');
  }
}

function letterKindOf({ kind, letter_kind: wanted }: SpecificActionPlan, copied: LetterKind | null): LetterKind | null {
  if (kind !== 'letter') {
    if (wanted) throw invalid('not_a_letter', '/letter_kind', 'Only a letter has a kind of letter.', OUT);
    return null;
  }
  return wanted ?? copied ?? 'simple';
}
