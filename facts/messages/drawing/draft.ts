import type { LetterKind, MessageChannel } from '../../../domain/ladder/step.ts';
import type { Language, ReminderContent, TemplateText } from '../../../domain/reminder-content.ts';
import { draftText } from '../../../domain/tags/draft-body.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { settingsOf } from '../../business-calendar.ts';
import { contentHash } from '../../content-hash.ts';
import type { Actor } from '../../outcome.ts';
import { FactRefused, invalid } from '../../refused.ts';
import { actingUser } from './acting-user.ts';
import { loadAccount, reminderContent } from './load-content.ts';
import { messageTexts } from '../texts/message-texts.ts';
import { type Obstacle, obstacleTo } from '../addressing/obstacle.ts';
import { addressesOf } from '../addressing/recipients.ts';
import { forbiddenWording, type MessageTexts } from './render-message.ts';
import type { MessageEdits } from '../reserving/reserve-message.ts';

/** The refusal when a message is confirmed or sent from an outdated draft. */
export const DRAFT_CHANGED = 'What this message is about has changed since its draft was read: read it again.';

/** What a message would be made from at `at`. */
export interface DraftRequest {
  creditorId: string;
  customerId: string;
  invoiceIds: readonly string[];
  /** Other invoices that it lists for information. */
  informationIds?: readonly string[];
  currency: string;
  kind: MessageChannel;
  viaPrintProvider?: boolean;
  letterKind: LetterKind | null;
  level: number | null;
  /** The levels of invoices whose own step is of a lower level than the message. */
  levels?: ReadonlyMap<string, number>;
  /** True for a specific action, which is no step of the ladder whatever its level. */
  isBesideLadder?: boolean;
  templateId: string | null;
  /** True for a reminder outside the ladder. */
  isExtra?: boolean;
  /** The language of the text that a person's edits started from, when it is not the customer's. */
  language?: Language;
  /** The template of the text shown before a person writes their own, when it is not `templateId`. */
  plannedTemplateId?: string | null;
  /** What the author of a specific action wrote and chose: the action is planned with it. */
  planned?: MessageEdits;
  /** What the person who sends it writes and chooses instead. */
  edits: MessageEdits;
  /** Who would send it; null when it leaves by itself. */
  actor: Actor | null;
  /** Who would send it if nobody edited it, for the version; `actor` when absent. */
  plannedActor?: Actor | null;
  at: Date;
}

/** A message as it would leave now. It is not stored. */
export interface Draft {
  /** The version of the message as planned, without the sender's edits. */
  version: string;
  kind: MessageChannel;
  /** Why it cannot leave although its text could: no number, no consent. Null when nothing prevents it. */
  obstacle: Obstacle | null;
  /** The text with values in place of tags; tables stay tags. */
  text: TemplateText;
  /** The text with its tags, as an author wrote it. */
  template: TemplateText;
  recipients: string[];
  texts: MessageTexts;
  content: ReminderContent;
}

/** The draft of a message; null when no template fits and nobody wrote a text. */
export async function draftMessage(db: Database | Transaction, request: DraftRequest): Promise<Draft | null> {
  const { kind, creditorId, customerId, templateId, planned = {} } = request;
  const edits = { ...planned, ...request.edits };
  const account = await loadAccount(db, { creditorId, customerId });
  const { isExtra = false, language: asked = account.language } = request;
  const { actor, plannedActor = actor, level } = request;
  const reader = {
    ...{ creditorId, kind, templateId, isExtra, level },
    language: asked,
    debtorKind: account.kind,
  };
  const texts = await messageTexts(db, { ...reader, ...customTexts(edits) });
  if (!texts) return null;
  const test = !settingsOf(account.creditor).liveAt;
  const contentOf = async (who: Actor | null, language: Language) => {
    const sender = who && (await actingUser(db, creditorId, who));
    return reminderContent({ ...account, language }, { ...request, level: level ?? 0, test, sender });
  };
  const content = await contentOf(actor, texts.language);
  const template = texts.email ?? texts.letter;
  const isOwn = request.edits.subject !== undefined || request.edits.bodyHtml !== undefined;
  const { plannedTemplateId = templateId } = request;
  const asPlanned = { ...reader, templateId: plannedTemplateId, ...customTexts(planned) };
  const plannedTexts = isOwn ? await messageTexts(db, asPlanned) : texts;
  const { language } = plannedTexts ?? texts;
  const isSame = plannedActor === actor && language === texts.language;
  const version = draftVersion(plannedTexts, isSame ? content : await contentOf(plannedActor, language));
  const { letterKind, at, viaPrintProvider = false } = request;
  const recipients = addressesOf(account, { kind, letterKind, viaPrintProvider }, edits.recipients ?? []);
  const about = { customerId, kind, letterKind, viaPrintProvider, recipients, at };
  const obstacle = await obstacleTo(db, { ...about, made: { texts, content } });
  return { kind, version, obstacle, text: draftText(template, content), template, recipients, texts, content };
}

const customTexts = ({ subject, bodyHtml }: MessageEdits) => ({
  customSubject: subject ?? null,
  customBodyHtml: bodyHtml ?? null,
});

/** Identifies a draft by the planned text and by the balances and holds of its own items. */
function draftVersion(planned: MessageTexts | null, content: ReminderContent): string {
  const text = planned && draftText(planned.email ?? planned.letter, content);
  return contentHash({
    text,
    items: content.items.map(({ number, balanceCents, held }) => [number, balanceCents, held]),
  });
}

/**
 * Refuses a message that could not leave: without a text or an address, or with words that this debtor may not be told.
 */
export function checkDraft(draft: Draft | null): asserts draft is Draft {
  checkText(draft);
  const { obstacle } = draft;
  if (obstacle)
    throw invalid(obstacle.code, obstacle.pointer, obstacle.detail, 'Complete the customer, or send it otherwise.');
  if (draft.kind === 'email' && draft.recipients.length === 0) {
    const detail = 'The customer has no e-mail address that works.';
    throw invalid('no_address', '/recipients', detail, 'Correct the contact of the customer, or name recipients.');
  }
  if (draft.kind === 'letter' && draft.content.customer.addressLines.length === 0) {
    throw invalid(
      'no_address',
      '/mode',
      'The customer has no postal address.',
      'Complete the address of the customer.',
    );
  }
}

/**
 * Refuses a draft without a text, or with words that this debtor may not be told. For messages that leave on another
 * day: an address may be completed until then.
 */
export function checkText(draft: Draft | null): asserts draft is Draft {
  if (!draft) {
    throw invalid(
      'no_template',
      '/template_id',
      'There is no text for this message.',
      'Give a template, or a subject and a body.',
    );
  }
  const forbidden = forbiddenWording(draft.texts, draft.content);
  if (forbidden.length === 0) return;
  const faults = forbidden.map((detail) => ({ pointer: '/body_html', detail, fix: 'Write it otherwise.' }));
  throw new FactRefused('invalid', 'forbidden_wording', forbidden.join(' '), faults);
}
