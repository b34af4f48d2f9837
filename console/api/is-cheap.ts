import type { Query } from '@tanstack/react-query';

/** Whether a change refetches this query. One that is costly (`meta.isCostly`) is refetched by its own interval alone. */
export const isCheap = ({ meta }: Pick<Query, 'meta'>): boolean => meta?.['isCostly'] !== true;
