import { useCallback, useRef, useState } from 'react';
import { goneOn, type TypedOn, typedFields, typedOver } from './typed-fields.ts';

/** A stored record, with the ETag that a change must send. */
export interface Saved<Typed> {
  value: Typed;
  etag: string;
}

export interface Draft<Typed> {
  value: Typed;
  set: (part: Partial<Typed>) => void;
  /** ETag of the version that the changes started from. */
  etag: string;
  isDirty: boolean;
  /** True when somebody else has stored another version since the first change. */
  isStale: boolean;
  /** Discards the changes. */
  reset: () => void;
  /** Call when the draft is sent, as it is now. */
  sending: () => void;
  /** Call when what was sent is stored under this ETag. What was typed since is kept on top of it. */
  stored: (etag: string) => void;
  /** Keeps the whole draft and continues from the version stored now. */
  rebase: (saved: Saved<Typed>) => void;
  /** Keeps the changed fields and takes the others from the version stored now. */
  merge: (saved: Saved<Typed>) => void;
  /** The version that the changes started from. */
  base: Typed;
  /** The changed fields: all that a request must send. */
  changed: Partial<Typed>;
}

/**
 * The draft of a record that others may change. Without changes it follows the stored version; once changed, it stays.
 */
export function useDraft<Typed extends object>(saved: Saved<Typed>): Draft<Typed> {
  const [kept, setTyped] = useState<TypedOn<Typed> | null>(null);
  const typed = goneOn(kept, saved);
  if (typed !== kept) setTyped(typed);
  const sent = useRef(saved.value);
  // A version that differs in none of the edited fields can be the base just as well.
  const isSame = JSON.stringify(typed?.base.value) === JSON.stringify(saved.value);
  const base = !typed || isSame ? saved : typed.base;
  const value = typed?.value ?? saved.value;
  const changed = typedFields(base.value, value);
  const isDirty = Object.keys(changed).length > 0;
  const set = useCallback(
    (part: Partial<Typed>) => {
      setTyped((was) => {
        const from = was ?? { value: saved.value, base: saved };
        return { ...from, value: { ...from.value, ...part } };
      });
    },
    [saved],
  );
  const reset = useCallback(() => setTyped(null), []);
  const sending = () => {
    sent.current = value;
  };
  const stored = useCallback((etag: string) => {
    const on = sent.current;
    setTyped((was) =>
      was && was.value !== on ? { value: was.value, base: { value: on, etag }, storedAs: etag } : null,
    );
  }, []);
  const rebase = useCallback((on: Saved<Typed>) => setTyped((was) => was && { value: was.value, base: on }), []);
  const merge = useCallback(
    (on: Saved<Typed>) => setTyped((was) => was && { value: typedOver(was.base.value, was.value, on.value), base: on }),
    [],
  );
  return {
    value,
    set,
    etag: base.etag,
    isDirty,
    isStale: isDirty && typed?.storedAs === undefined && base.etag !== saved.etag,
    reset,
    sending,
    stored,
    rebase,
    merge,
    base: base.value,
    changed,
  };
}
