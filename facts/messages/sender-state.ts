import type { Database } from '../../prisma/client.ts';

/** A line on which nothing leaves until operations mend it, or the provider's quota opens again. */
export interface StoppedLine {
  creditorId: string;
  slug: string;
  /** `resend`, `mailbox` */
  provider: string;
  kind: 'misconfigured' | 'quota';
  /** The provider's own name for it: `invalid_api_key`, `daily_quota_exceeded`; `no_key`: none is set. */
  code: string;
  detail: string;
  stoppedAt: Date;
  nextProbeAt: Date | null;
  /** Messages that wait for it. */
  waiting: number;
}

/** Every sending line that is stopped, of all creditors: empty when all is well. For readiness and metrics. */
export async function senderState(db: Database): Promise<StoppedLine[]> {
  const lines = await db.sendingLine.findMany({
    where: { stoppedAt: { not: null } },
    include: { creditor: { select: { slug: true } } },
    orderBy: [{ creditorId: 'asc' }, { provider: 'asc' }],
  });
  return Promise.all(
    lines.map(async ({ creditorId, creditor, provider, kind, code, detail, stoppedAt, nextProbeAt }) => ({
      creditorId,
      slug: creditor.slug,
      provider,
      kind: kind === 'quota' ? 'quota' : 'misconfigured',
      code: code ?? '',
      detail: detail ?? '',
      stoppedAt: stoppedAt ?? new Date(0),
      nextProbeAt,
      waiting: await db.message.count({
        where: {
          creditorId,
          status: { in: ['rendered', 'sending'] },
          waitsForLine: true,
          test: provider === 'mailbox',
        },
      }),
    })),
  );
}
