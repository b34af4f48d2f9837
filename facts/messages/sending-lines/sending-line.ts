import { type LineStop, nextProbeAt } from '../../../domain/messages/sending-line.ts';
import type { Prisma, SendingLine } from '../../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';

/** The provider whose line a mail uses: `mailbox` until the creditor is live. Null for anything but a mail. */
export function lineOf(message: { kind: string; test: boolean }): 'mailbox' | 'resend' | null {
  if (message.kind !== 'email') return null;
  return message.test ? 'mailbox' : 'resend';
}

/** The messages of a creditor that wait for this line to open. */
export const waitingForLine = (creditorId: string, provider: string): Prisma.MessageWhereInput => ({
  creditorId,
  status: { in: ['rendered', 'sending'] },
  waitsForLine: true,
  test: provider === 'mailbox',
});

/**
 * Records that nothing of this creditor passes at this provider for now. `isNew`: this message was the first to find
 * out, which is reported once; `nextProbeAt`: when one message may try again.
 */
export async function stopLine(
  tx: Transaction,
  of: { creditorId: string; provider: string; messageId: string; at: Date },
  stop: LineStop,
): Promise<{ isNew: boolean; nextProbeAt: Date }> {
  const { creditorId, provider, messageId, at } = of;
  await tx.sendingLine.createMany({ data: [{ creditorId, provider }], skipDuplicates: true });
  const { kind, code, detail } = stop;
  const why = { kind, code, detail, probeMessageId: messageId };
  const first = await tx.sendingLine.updateMany({
    where: { creditorId, provider, stoppedAt: null },
    data: { ...why, stoppedAt: at, nextProbeAt: nextProbeAt(stop, 0, at), probes: 0 },
  });
  const where = { creditorId_provider: { creditorId, provider } };
  const line = await tx.sendingLine.findUniqueOrThrow({ where });
  if (first.count > 0) return { isNew: true, nextProbeAt: line.nextProbeAt ?? at };
  // Other messages on their way when the line stopped change nothing; only the probing message sets the next probe.
  if (line.probeMessageId !== messageId) return { isNew: false, nextProbeAt: line.nextProbeAt ?? at };
  const next = nextProbeAt(stop, line.probes, at);
  await tx.sendingLine.update({ where, data: { ...why, nextProbeAt: next } });
  return { isNew: false, nextProbeAt: next };
}

/** Lets this message try the stopped line, if it may: one message at a time, and none before the next probe is due. */
export async function claimProbe(tx: Transaction, line: SendingLine, messageId: string, at: Date): Promise<boolean> {
  const { creditorId, provider } = line;
  const stop = { kind: line.kind as LineStop['kind'], code: '', detail: '', retryAfterMs: null };
  const claimed = await tx.sendingLine.updateMany({
    where: {
      creditorId,
      provider,
      stoppedAt: { not: null },
      OR: [{ nextProbeAt: { lte: at } }, { probeMessageId: messageId }],
    },
    data: { nextProbeAt: nextProbeAt(stop, line.probes, at), probes: { increment: 1 }, probeMessageId: messageId },
  });
  return claimed.count > 0;
}

/** Opens the line: the provider has taken a mail, or refused only this one. Returns whether it was stopped. */
export async function openLine(db: Database, of: { creditorId: string; provider: string }): Promise<boolean> {
  const { creditorId, provider } = of;
  const opened = await db.sendingLine.updateMany({
    where: { creditorId, provider, stoppedAt: { not: null } },
    data: { stoppedAt: null, nextProbeAt: null, probeMessageId: null, probes: 0 },
  });
  return opened.count > 0;
}
