import type { Database } from '../../prisma/client.ts';

export interface RunRefusal {
  invoice_id: string;
  code: string;
  detail: string;
}

/** More are counted, and not listed. */
const MOST_LISTED = 10_000;

/** What a run did not send and why, in the run's order: refused when it was asked, or fallen out before it left. */
export async function runRefusals(db: Database, runId: string): Promise<RunRefusal[]> {
  const rows = await db.runItem.findMany({
    where: { runId, OR: [{ state: 'refused' }, { message: { status: { in: ['failed', 'cancelled'] } } }] },
    include: { message: { select: { status: true, failureCode: true, failureDetail: true } } },
    orderBy: { position: 'asc' },
    take: MOST_LISTED,
  });
  return rows.map(({ invoiceId, code, detail, message }) => ({
    invoice_id: invoiceId,
    code: code ?? message?.failureCode ?? 'cancelled',
    detail: detail ?? message?.failureDetail ?? 'It did not leave.',
  }));
}
