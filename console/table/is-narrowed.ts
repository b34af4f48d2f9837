/** Whether a list is filtered. Its order does not count. */
export const isNarrowed = (query: object): boolean => Object.keys(query).some((name) => name !== 'sort');
