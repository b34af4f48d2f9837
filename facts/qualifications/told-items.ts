import type { Language } from '../../domain/reminder-content.ts';
import { heldWord } from '../../domain/wording/held-note.ts';
import type { Transaction } from '../../prisma/client.ts';
import { HOLDS_IN_FORCE } from '../case-facts.ts';
import { readLastComments } from '../customers/last-comments.ts';
import type { ToldItem } from './colleague-text.ts';

export type ColleagueItem = ToldItem & { isDisputed: boolean };

/**
 * These invoices as a colleague's mail shows them, in their current state. `comment`: the qualification's, which
 * applies to all.
 */
export async function toldItems(
  tx: Transaction,
  invoiceIds: readonly string[],
  { language, comment, consoleUrl }: { language: Language; comment: string | null; consoleUrl: string },
): Promise<ColleagueItem[]> {
  const rows = await tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] } },
    include: { holds: HOLDS_IN_FORCE },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  const comments = await readLastComments(tx, invoiceIds);
  return rows.map((row) => {
    const holds = row.holds.filter((hold) => hold.kind !== 'specific_action');
    const { id, number, balanceCents, currency } = row;
    const said = comment ?? comments.get(id) ?? null;
    // A status set with a comment has the comment's first line as its reason: it is shown once.
    const reasonOf = ({ reason }: { reason: string }) => (said?.startsWith(reason) ? '' : reason);
    return {
      ...{ number, balanceCents, currency },
      statuses: holds.map((hold) => statusOf(hold.kind, reasonOf(hold), language)),
      isDisputed: holds.some(({ kind }) => kind === 'dispute'),
      comment: said,
      // The page of the case in the console.
      url: `${consoleUrl}${CASES}${id}`,
    };
  });
}

const CASES = '/dossiers/';

/** The console's address, taken from a link in an earlier mail to a colleague; null when the mail links to no case. */
export function consoleUrlIn(bodyHtml: string): string | null {
  const [start, end] = ['href="', CASES];
  const at = bodyHtml.lastIndexOf(end);
  const from = bodyHtml.lastIndexOf(start, at);
  return at < 0 || from < 0 ? null : bodyHtml.slice(from + start.length, at);
}

function statusOf(kind: Parameters<typeof heldWord>[0], reason: string, language: Language): string {
  const word = heldWord(kind, language);
  return kind === 'promise' || reason === '' ? word : `${word} (${reason})`;
}
