import { z } from 'zod';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { FactRefused } from '../../facts/refused.ts';
import { NoVerdict } from '../../temporal/decide.ts';
import type { Verdict } from '../../workflows/messages.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';

/** How many verdicts are asked for at once. */
const ABREAST = 8;
const MOST = 500;

/** The actions that one request is about; one that is given twice counts once. */
export const manyIds = z.array(uuid).min(1).max(MOST);

const refusal = z.object({ id: z.string(), code: z.string(), detail: z.string() });
type Refusal = z.output<typeof refusal>;

/** Which were refused and why, in the order in which they were given. */
export const refusals = z.array(refusal);

interface Decided {
  accepted: number;
  refused: Refusal[];
}

/**
 * Takes the same decision about many actions, each by itself and as if it were the only one. Throws NoVerdict (503) when no
 * worker answered for any of them.
 */
export async function decideMany(
  { context }: EndpointRequest,
  given: readonly string[],
  decide: (row: ActionRow) => Promise<Pick<Verdict, 'accepted' | 'code' | 'detail'>>,
): Promise<Decided> {
  const ids = [...new Set(given)];
  const rows = await readActions(context.db, { where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const run = new ManyDecisions(decide);
  for (let first = 0; first < ids.length; first += ABREAST) {
    await Promise.all(ids.slice(first, first + ABREAST).map((id) => run.take(id, byId.get(id))));
  }
  if (run.accepted === 0 && run.noVerdict && run.refused.every(({ code }) => code === 'no_verdict'))
    throw run.noVerdict;
  return { accepted: run.accepted, refused: run.refused.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
}

class ManyDecisions {
  accepted = 0;
  readonly refused: Refusal[] = [];
  /** No worker answers: those that follow are not asked for. */
  noVerdict: NoVerdict | null = null;
  private readonly decide: Parameters<typeof decideMany>[2];

  constructor(decide: Parameters<typeof decideMany>[2]) {
    this.decide = decide;
  }

  async take(id: string, row: ActionRow | undefined): Promise<void> {
    if (!row) return this.refuse(id, 'not_found', 'There is nothing here.');
    if (this.noVerdict) return this.refuse(id, 'no_verdict', 'No worker answered in time.');
    try {
      const verdict = await this.decide(row);
      if (verdict.accepted) this.accepted += 1;
      else this.refuse(id, verdict.code ?? 'refused', verdict.detail ?? 'The workflow refused it.');
    } catch (error) {
      if (error instanceof FactRefused) return this.refuse(id, error.code, error.detail);
      if (!(error instanceof NoVerdict)) throw error;
      this.noVerdict = error;
      this.refuse(id, 'no_verdict', 'No worker answered in time.');
    }
  }

  private refuse(id: string, code: string, detail: string): void {
    this.refused.push({ id, code, detail });
  }
}
