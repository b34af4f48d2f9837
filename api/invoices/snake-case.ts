/** Stored data with its field names as the API writes them: `amountCents` becomes `amount_cents`. */
export function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [snakeCaseName(name), snakeCase(field)]));
}

const snakeCaseName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
