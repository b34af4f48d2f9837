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

/** A draft, with the version that it started from. */
export interface TypedOn<Typed> {
  value: Typed;
  base: { value: Typed; etag: string };
  /** The draft as it was sent last. */
  sent?: Typed;
  /** ETag under which the sent draft was stored. The draft continues from that version once it is loaded. */
  storedAs?: string;
}

/** Once the stored version is loaded, continues the draft from it. */
export function goneOn<Typed extends object>(
  typed: TypedOn<Typed> | null,
  saved: { value: Typed; etag: string },
): TypedOn<Typed> | null {
  if (typed?.storedAs !== saved.etag) return typed;
  return { value: typedOver(typed.base.value, typed.value, saved.value), base: saved };
}
