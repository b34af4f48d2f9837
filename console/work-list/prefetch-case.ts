import type { QueryClient } from '@tanstack/react-query';
import { caseQuery, openActionsQuery } from '../case/case-data.ts';
import { onRest } from '../frame/on-rest.ts';

/** What draws a case: a list does without it until one is opened. */
export const loadCaseView = () => import('../case/case-view.tsx');

/** Has the case ready before it is opened. */
export function prefetchCase(queries: QueryClient, invoiceId: string): void {
  onRest(() => {
    void loadCaseView();
    void queries.prefetchQuery({ ...caseQuery(invoiceId), staleTime: 10_000 });
    void queries.prefetchQuery({ ...openActionsQuery(invoiceId), staleTime: 10_000 });
  });
}
