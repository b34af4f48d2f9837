/** Whether a list shows a part of what there is: its order narrows nothing. */
export const isNarrowed = (query: object): boolean => Object.keys(query).some((name) => name !== 'sort');
