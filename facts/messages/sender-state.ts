import type { Database } from '../../prisma/client.ts';
import { waitingForLine } from './sending-line.ts';

/** A line on which nothing leaves until operations mend it, or the provider's quota opens again. */
export interface StoppedLine {
  creditorId: string;
  /** `resend`, `mailbox` */
  provider: string;
  /** The provider's own name for it: `invalid_api_key`, `daily_quota_exceeded`; `no_key`: none is set. */
  code: string;
  stoppedAt: Date;
  /** Messages that wait for it. */
  waiting: number;
}

/** Every sending line that is stopped, of all creditors: empty when all is well. For readiness. */
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
