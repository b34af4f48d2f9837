import { WHY_CANCELLED } from '../../domain/case/history/english-codes.ts';
import { reasonInWords } from '../../domain/messages/cancel-reasons.ts';
import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { Database } from '../../prisma/client.ts';

export interface RunRefusal {
  invoice_id: string;
  code: string;
  detail: string;
}

/** More than these are counted, but not listed. */
const MOST_LISTED = 10_000;

/** What a run did not send and why, in the run's order: refused when it was judged, or fallen out before it left. */
export async function runRefusals(db: Database, runId: string): Promise<RunRefusal[]> {
  const rows = await db.runItem.findMany({
    where: { runId, OR: [{ state: 'refused' }, { message: { status: { in: ['failed', 'cancelled'] } } }] },
    include: { message: { select: { status: true, failureCode: true, failureDetail: true } } },
    orderBy: { position: 'asc' },
    take: MOST_LISTED,
  });
  return rows.map(({ invoiceId, code, detail, message }) => {
    const fallen = message?.status === 'cancelled' ? takenBack(message.failureDetail) : message;
    return {
      invoice_id: invoiceId,
      code: code ?? fallen?.failureCode ?? 'cancelled',
      detail: detail ?? fallen?.failureDetail ?? 'It did not leave.',
    };
  });
}

/** The code and the sentence for a cancelled message, which only stores its reason. */
function takenBack(reason: string | null) {
  if (reason === null) return null;
  const why = reasonInWords(WHY_CANCELLED, reason);
  return { failureCode: codeOf(reason), failureDetail: `The reminder was taken back before it left: ${why}.` };
}

const OWN = ['withdrawn', 'restored', 'skipped', 'completed', 'not_sent'] as const satisfies RunRefusalCode[];

function codeOf(reason: string): RunRefusalCode {
  if (reason === 'closed_paid') return 'paid';
  if (reason === 'run_stopped') return 'stopped';
  if (reason.startsWith('closed')) return 'case_closed';
  if (reason.startsWith('held')) return 'held';
  return OWN.find((own) => own === reason) ?? 'cancelled';
}
