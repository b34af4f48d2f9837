const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields that a person typed something else in. */
export function typedFields<Typed extends object>(base: Typed, typed: Typed): Partial<Typed> {
  const fields = Object.entries(typed) as [keyof Typed, unknown][];
  return Object.fromEntries(fields.filter(([name, value]) => !isSame(value, base[name]))) as Partial<Typed>;
}

/** What was typed, put on what somebody else has stored since: his fields stay his. */
export const typedOver = <Typed extends object>(base: Typed, typed: Typed, stored: Typed): Typed => ({
  ...stored,
  ...typedFields(base, typed),
});
