import pMap from 'p-map';
import { z } from 'zod';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { FactRefused } from '../../facts/refused.ts';
import { NoVerdict } from '../../temporal/decide.ts';
import type { Verdict } from '../../workflows/messages.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';

/** How many decisions are taken at the same time. */
const ABREAST = 8;
const MOST = 500;

/** The actions that one request is about; an id given twice counts once. */
export const manyIds = z.array(uuid).min(1).max(MOST);

const refusal = z.object({ id: z.string(), code: z.string(), detail: z.string() });
type Refusal = z.output<typeof refusal>;

/** The refused actions with the reason, in the order in which the ids were given. */
export const refusals = z.array(refusal);

interface Decided {
  accepted: number;
  refused: Refusal[];
}

/**
 * Takes the same decision about many actions, each independently of the others. Throws NoVerdict (503) when every one of
 * them failed because no worker answered.
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
  const refusalsOf = await pMap(ids, (id) => run.take(id, byId.get(id)), { concurrency: ABREAST });
  const refused = refusalsOf.filter((one) => one !== null);
  const accepted = ids.length - refused.length;
  if (accepted === 0 && run.noVerdict && refused.every(({ code }) => code === 'no_verdict')) throw run.noVerdict;
  return { accepted, refused };
}

const NO_VERDICT = { code: 'no_verdict', detail: 'No worker answered in time.' };

class ManyDecisions {
  /** Set once no worker answers: the remaining actions are then not tried. */
  noVerdict: NoVerdict | null = null;
  private readonly decide: Parameters<typeof decideMany>[2];

  constructor(decide: Parameters<typeof decideMany>[2]) {
    this.decide = decide;
  }

  /** Returns why it was refused; null when the decision was taken. */
  async take(id: string, row: ActionRow | undefined): Promise<Refusal | null> {
    if (!row) return { id, code: 'not_found', detail: 'There is nothing here.' };
    if (this.noVerdict) return { id, ...NO_VERDICT };
    try {
      const { accepted, code, detail } = await this.decide(row);
      return accepted ? null : { id, code: code ?? 'refused', detail: detail ?? 'The workflow refused it.' };
    } catch (error) {
      if (error instanceof FactRefused) return { id, code: error.code, detail: error.detail };
      if (!(error instanceof NoVerdict)) throw error;
      this.noVerdict = error;
      return { id, ...NO_VERDICT };
    }
  }
}
