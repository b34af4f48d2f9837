import type { CaseFilter } from '../../../work-list/work-list-query.ts';

/** What a run is asked of: dossiers that were ticked, or all that a filter fits. */
export interface RunOf {
  level: number;
  mode: 'email' | 'letter';
  invoiceIds?: readonly string[];
  filter?: CaseFilter;
  count: number;
}

/** The body of `POST /v1/runs`. */
export const runBody = ({ level, mode, invoiceIds, filter }: RunOf) => ({
  level,
  mode,
  ...(invoiceIds ? { invoice_ids: [...invoiceIds] } : {}),
  ...(filter ? { filter } : {}),
});
