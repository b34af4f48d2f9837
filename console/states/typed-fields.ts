const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields that differ from `base`. */
export function typedFields<Typed extends object>(base: Typed, typed: Typed): Partial<Typed> {
  const fields = Object.entries(typed) as [keyof Typed, unknown][];
  return Object.fromEntries(fields.filter(([name, value]) => !isSame(value, base[name]))) as Partial<Typed>;
}

/**
 * The user's changes applied to what somebody else has stored since. Fields that the user did not change keep the
 * stored value.
 */
export const typedOver = <Typed extends object>(base: Typed, typed: Typed, stored: Typed): Typed => ({
  ...stored,
  ...typedFields(base, typed),
});
