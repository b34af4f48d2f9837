/** A UUID of any version, in small or capital letters. */
const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether this is the text of a UUID: what is none cannot be looked for in a column of ids. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && FORM.test(value);
