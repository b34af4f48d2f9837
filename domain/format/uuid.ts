/** A UUID of any version, in small or capital letters. */
const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the value is a UUID as text; anything else must not reach a query on a column of ids. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && FORM.test(value);
