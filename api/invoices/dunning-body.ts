import { localDate } from '../../domain/calendar/local-time.ts';
import { attentionSentence } from '../../domain/case/attention-about-message.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { type CaseRow, caseLevels, caseStatus, explainCase, holdsOf, nextStep } from '../../facts/cases/case-view.ts';
import { evidenceAnswer } from '../../facts/holds/hold-answer.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { invoiceWorkflowId } from '../../workflows/ids.ts';
import type { Reading } from './reading.ts';

/** Stands for the comment that a promise came without. */
const PROMISE: Record<Language, string> = { fr: 'Promesse de règlement', en: 'Promise to pay' };

/** A hold in force, as invoices and accounts show it. */
export function holdBody(hold: ReturnType<typeof holdsOf>[number], language: Language) {
  return {
    id: hold.id,
    kind: hold.kind,
    reason: hold.kind === 'promise' ? (hold.comment ?? PROMISE[language]) : hold.reason,
    cause: hold.cause,
    by: hold.createdBy,
    since_at: hold.sinceAt.toISOString(),
    since_on: hold.sinceOn ? fromDateColumn(hold.sinceOn) : null,
    until_on: hold.untilOn ? fromDateColumn(hold.untilOn) : null,
    amount_cents: hold.kind === 'promise' ? hold.amountCents : null,
    evidence: evidenceAnswer(hold),
    disputed_cents: hold.kind === 'dispute' ? hold.amountCents : null,
    awaiting_credit: hold.awaitingCredit,
  };
}

/** The field `dunning` of an invoice: where the case stands and what comes next. */
export function dunningBody(row: CaseRow, reading: Reading) {
  const step = nextStep(row);
  const workflowId = row.kind === 'invoice' ? invoiceWorkflowId(reading.slug, row.id) : null;
  return {
    status: caseStatus(row, reading),
    level: row.level,
    cycle: row.cycle,
    levels: caseLevels(row, reading).map(({ level, state, dueOn, doneAt, setAt }) => ({
      level,
      state,
      due_on: dueOn,
      done_at: doneAt,
      set_at: setAt,
    })),
    next: step && {
      step: step.stepKey,
      level: step.level,
      kind: step.kind,
      letter_kind: step.letterKind,
      due_at: step.dueAt.toISOString(),
      mode: step.mode,
      letter_made_on: step.madeAt && localDate(step.madeAt.toISOString(), reading.timeZone),
      line_stopped_at: row.lineStoppedAt?.toISOString() ?? null,
      action_id: step.actionId,
    },
    holds: holdsOf(row).map((hold) => holdBody(hold, reading.language)),
    sentence: explainCase(row, reading, reading.language).sentence,
    attention:
      row.attentionCode === null
        ? null
        : {
            code: row.attentionCode,
            text: attentionSentence({ code: row.attentionCode, text: row.attentionText ?? '' }, reading.language),
            at: row.attentionAt?.toISOString() ?? null,
          },
    workflow_id: workflowId,
    temporal_ui_url: workflowId && temporalUiUrl(workflowId, reading),
  };
}

function temporalUiUrl(workflowId: string, { uiUrl, namespace }: Reading): string {
  return `${uiUrl}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}
