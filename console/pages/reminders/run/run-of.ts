import type { Schema } from '../../../api/client.ts';
import type { CaseFilter } from '../../../work-list/work-list-query.ts';

/** What a run is about: selected cases, or all that match a filter. */
export interface RunOf {
  level: number;
  mode: 'email' | 'letter';
  invoiceIds?: readonly string[];
  filter?: CaseFilter;
  count: number;
}

type Next = NonNullable<Schema<'Invoice'>['dunning']['next']>;

/**
 * How a run at that level is sent by default: by letter when the next step of all cases at that level is a letter, else
 * by e-mail.
 */
export function modeOf(
  level: number,
  rows: readonly { dunning: { next: Pick<Next, 'level' | 'kind'> | null } }[],
): RunOf['mode'] {
  const kinds = rows.flatMap(({ dunning: { next } }) => (next?.level === level ? [next.kind] : []));
  return kinds.length > 0 && kinds.every((kind) => kind === 'letter') ? 'letter' : 'email';
}

/** The body of `POST /v1/runs` for a dry run. */
export const runBody = ({ level, mode, invoiceIds, filter }: RunOf) => ({
  level,
  mode,
  ...(invoiceIds ? { invoice_ids: [...invoiceIds] } : {}),
  ...(filter ? { filter } : {}),
});

/** The body of the run that sends what the dry run announced, and nothing that has come due since. */
export const announcedBody = ({ level, mode }: RunOf, dryRunId: string) => ({ level, mode, of_run: dryRunId });
