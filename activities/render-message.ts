import { activityInfo } from '@temporalio/activity';
import { isPostedByPerson } from '../domain/messages/connectors.ts';
import { type Tries, triesSoFar } from '../domain/messages/tries.ts';
import { renderEmail } from '../emails/render-email.tsx';
import {
  CannotBeDrawn,
  DRAWING_FAILED,
  drawMessage,
  failureOf,
  NO_TEXT,
  type ReadMessage,
  readReserved,
} from '../facts/messages/drawing/draw-message.ts';
import { changeSinceMade, loadMessageToHandOver } from '../facts/messages/before-leaving/message-changes.ts';
import type { Renderers } from '../facts/messages/drawing/render-message.ts';
import { loadMessageToDraw } from '../facts/messages/drawing/message-to-draw.ts';
import { lineOf } from '../facts/messages/sending-lines/sending-line.ts';
import type { MessageOutcome } from '../facts/messages/settling/settle-message.ts';
import { renderLetter } from '../letters/render-letter.ts';
import { carryOut } from '../temporal/carry-out.ts';
import type { ActivityDeps, MessageCall } from './activity-deps.ts';
import { cancelAndRemake } from './cancel-and-remake.ts';
import { leaveOut } from './leave-out.ts';
import { settleAndTell } from './settle-and-tell.ts';
import { underMessageLock } from './under-lock.ts';

export type Rendered =
  /**
   * `paced`: every try waits for its turn on the provider's queue. `tries`: made by an earlier workflow of this
   * message, which is gone.
   */
  | { kind: 'ready'; paced?: boolean; tries?: Tries }
  /** An earlier workflow gave it up without knowing whether it left. */
  | { kind: 'ambiguous'; paced: boolean }
  | { kind: 'waits_for_person' }
  | { kind: 'over'; status: string };

/**
 * Renders a reserved message once and stores its bytes with the versions they were made from. When the message may not
 * be written, or cannot be addressed or drawn, it fails and a person is asked; a single invoice that cannot be drawn is
 * left out of it. When one of its invoices changed after the reservation it is cancelled, and what is still due becomes
 * a new message, as after the rendering. A message that was rendered before is not changed.
 */
export const createRenderMessage =
  (deps: ActivityDeps, renderers: Renderers = { renderEmail, renderLetter }) =>
  async (call: MessageCall): Promise<Rendered> => {
    let read: ReadMessage | null = null;
    try {
      const found = await underMessageLock(deps, call, async (tx, context) => {
        const reserved = await readReserved(tx, call);
        if (!('changed' in reserved)) return reserved;
        const reason = await changeSinceMade(tx, await loadMessageToHandOver(tx, call.messageId));
        return { cancelled: await cancelAndRemake(tx, context, call.messageId, reason ?? 'invoice_changed') };
      });
      if ('cancelled' in found) {
        await carryOut(deps, found.cancelled, new Date(call.at));
        return { kind: 'over', status: 'cancelled' };
      }
      if ('past' in found) return afterRendering(found.past);
      read = found.read;
      const failure = failureOf(read);
      if (failure || !read.texts) return await fail(deps, call, failure ?? NO_TEXT);
      const status = await drawMessage(deps.db, renderers, call, read);
      return afterRendering(status ? { ...read, status } : await asItIsNow(deps, call));
    } catch (error) {
      if (!(error instanceof CannotBeDrawn) || activityInfo().attempt < ATTEMPTS) throw error;
      deps.log.error({ err: error.cause, messageId: call.messageId }, 'a message cannot be drawn: a person is asked');
      if (read && (await leaveOut(deps, renderers, call, read))) return afterRendering(await asItIsNow(deps, call));
      return fail(deps, call, DRAWING_FAILED);
    }
  };

/** A worker that was short of memory may succeed when asked again; what fails this often always fails. */
const ATTEMPTS = 3;

/** Reads how far the message has come: another attempt, or a person, was faster. */
const asItIsNow = (deps: ActivityDeps, call: MessageCall) =>
  underMessageLock(deps, call, (tx) => loadMessageToDraw(tx, call.messageId));

async function fail(
  deps: ActivityDeps,
  call: MessageCall,
  failure: NonNullable<ReturnType<typeof failureOf>>,
): Promise<Rendered> {
  const outcome: MessageOutcome = { kind: 'failed', ...failure };
  await settleAndTell(deps, call, outcome);
  return { kind: 'over', status: 'failed' };
}

type RenderedRow = Pick<
  ReadMessage,
  'status' | 'kind' | 'letterKind' | 'viaPrintProvider' | 'test' | 'tries' | 'handedOverAt' | 'unknownSinceAt'
>;

function afterRendering(message: RenderedRow): Rendered {
  const { status } = message;
  const paced = lineOf(message) === 'resend';
  if (status === 'ambiguous') return { kind: 'ambiguous', paced };
  if (status !== 'rendered' && status !== 'sending') return { kind: 'over', status };
  if (isPostedByPerson(message)) return { kind: 'waits_for_person' };
  return { kind: 'ready', paced, ...(message.tries > 0 ? { tries: triesSoFar(message) } : {}) };
}
