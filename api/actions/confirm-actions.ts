import { z } from 'zod';
import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import { NoVerdict } from '../../temporal/decide.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { decideAction } from './decide-action.ts';

const refusal = z.object({ id: z.string(), code: z.string(), detail: z.string() });
type Refusal = z.output<typeof refusal>;

/** How many verdicts are asked for at once. */
const ABREAST = 8;
const MOST = 500;

export const confirmActionsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/actions/confirm',
  tag: 'Actions',
  summary: 'Confirms many actions, as they are prepared; each may be refused by itself',
  description: 'An id that is given twice counts once. 503 when no worker answered for any of them.',
  who: ['collector'],
  body: z.strictObject({ ids: z.array(uuid).min(1).max(MOST) }),
  answers: { 200: z.object({ confirmed: z.int(), refused: z.array(refusal) }) },
  handle: async (request) => {
    const ids = [...new Set(request.body.ids)];
    const rows = await readActions(request.context.db, { where: { id: { in: ids } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const run = new BulkConfirmation(request);
    for (let first = 0; first < ids.length; first += ABREAST) {
      await Promise.all(ids.slice(first, first + ABREAST).map((id) => run.confirm(id, byId.get(id))));
    }
    if (run.confirmed === 0 && run.noVerdict && run.refused.every(({ code }) => code === 'no_verdict'))
      throw run.noVerdict;
    const refused = run.refused.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    return ok({ confirmed: run.confirmed, refused });
  },
});

class BulkConfirmation {
  confirmed = 0;
  readonly refused: Refusal[] = [];
  /** No worker answers: those that follow are not asked for. */
  noVerdict: NoVerdict | null = null;
  private readonly request: EndpointRequest;

  constructor(request: EndpointRequest) {
    this.request = request;
  }

  async confirm(id: string, row: ActionRow | undefined): Promise<void> {
    if (!row) return this.refuse(id, 'not_found', 'There is nothing here.');
    if (this.noVerdict) return this.refuse(id, 'no_verdict', 'No worker answered in time.');
    try {
      const verdict = await decideAction(this.request, row, 'confirmStep', {});
      if (verdict.accepted) this.confirmed += 1;
      else this.refuse(id, verdict.code ?? 'refused', verdict.detail ?? 'The workflow refused it.');
    } catch (error) {
      if (!(error instanceof NoVerdict)) throw error;
      this.noVerdict = error;
      this.refuse(id, 'no_verdict', 'No worker answered in time.');
    }
  }

  private refuse(id: string, code: string, detail: string): void {
    this.refused.push({ id, code, detail });
  }
}
