import type { QueryClient } from '@tanstack/react-query';
import { caseQuery } from '../case/case-data.ts';

/** How long the pointer has to rest on a row: who only passes over a list asks for nothing. */
const REST_MS = 80;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** What draws a case: a list does without it until one is opened. */
export const loadCaseView = () => import('../case/case-view.tsx');

/** Has the case ready before it is opened. */
export function prefetchCase(queries: QueryClient, invoiceId: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    void loadCaseView();
    void queries.prefetchQuery({ ...caseQuery(invoiceId), staleTime: 10_000 });
  }, REST_MS);
}
