import type { Database, Transaction } from '../../prisma/client.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import { type ReadMessage, readMessage } from '../messages/draw-message.ts';
import type { FactContext } from '../outcome.ts';
import { prepareQualification } from './qualify.ts';

/** The mails that a qualification would send, each null where it writes to nobody. */
export interface QualificationPreview {
  customer: ReadMessage | null;
  colleague: ReadMessage | null;
}

/** Carries what was read out of a transaction of which nothing is to be kept. */
class NothingKept extends Error {
  override readonly name = 'NothingKept';
  readonly preview: QualificationPreview;
  constructor(preview: QualificationPreview) {
    super('a preview keeps nothing');
    this.preview = preview;
  }
}

/**
 * What a qualification would send at once, as it would leave: with the statuses that it gives, since an acknowledgement says what was
 * promised. Everything is done as it would be and nothing of it stays. Refuses what would be refused.
 */
export async function previewQualification(
  db: Database,
  context: FactContext,
  input: QualificationInput,
  consoleUrl: string,
): Promise<QualificationPreview> {
  const done = db.$transaction(async (tx) => {
    const { sent } = await prepareQualification(tx, context, input, consoleUrl);
    const customer = await readSent(tx, context, sent.customerMessageId);
    const colleague = await readSent(tx, context, sent.colleagueMessageId);
    throw new NothingKept({ customer, colleague });
  });
  return done.catch((error: unknown) => {
    if (error instanceof NothingKept) return error.preview;
    throw error;
  });
}

async function readSent(tx: Transaction, { at }: FactContext, messageId: string | null): Promise<ReadMessage | null> {
  return messageId === null ? null : readMessage(tx, { messageId, at: at.toISOString() });
}
