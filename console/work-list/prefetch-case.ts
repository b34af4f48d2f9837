import type { QueryClient } from '@tanstack/react-query';
import { caseQuery, openActionsQuery } from '../case/case-data.ts';
import { onRest } from '../frame/on-rest.ts';

/** The code of the case view, which a list does not need until a case is opened. */
export const loadCaseView = () => import('../case/case-view.tsx');

/** Prefetches a case before it is opened. */
export function prefetchCase(queries: QueryClient, invoiceId: string): void {
  onRest(() => {
    void loadCaseView();
    void queries.prefetchQuery({ ...caseQuery(invoiceId), staleTime: 10_000 });
    void queries.prefetchQuery({ ...openActionsQuery(invoiceId), staleTime: 10_000 });
  });
}
