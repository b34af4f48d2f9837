import type { Database } from '../../../prisma/client.ts';
import { waitingForLine } from './sending-line.ts';

/** A line on which nothing leaves until operations fix it, or until the provider's quota opens again. */
export interface StoppedLine {
  creditorId: string;
  /** `resend`, `mailbox` */
  provider: string;
  /** The provider's own code, such as `invalid_api_key` or `daily_quota_exceeded`; `no_key` when no key is set. */
  code: string;
  stoppedAt: Date;
  /** The number of messages waiting for the line. */
  waiting: number;
}

/** Every stopped sending line of all creditors, for the readiness check; empty when all is well. */
export async function senderState(db: Database): Promise<StoppedLine[]> {
  const lines = await db.sendingLine.findMany({
    where: { stoppedAt: { not: null } },
    orderBy: [{ creditorId: 'asc' }, { provider: 'asc' }],
  });
  return Promise.all(
    lines.map(async ({ creditorId, provider, code, stoppedAt }) => ({
      creditorId,
      provider,
      code: code ?? '',
      stoppedAt: stoppedAt ?? new Date(0),
      waiting: await db.message.count({
        where: waitingForLine(creditorId, provider),
      }),
    })),
  );
}
