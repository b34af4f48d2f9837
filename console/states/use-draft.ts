import { useCallback, useState } from 'react';

/** A thing as it is stored, with the version that a change has to name. */
export interface Saved<Typed> {
  value: Typed;
  etag: string;
}

export interface Draft<Typed> {
  value: Typed;
  set: (part: Partial<Typed>) => void;
  /** The version that was typed on. */
  etag: string;
  isDirty: boolean;
  /** Somebody else has stored another version since one began to type. */
  isStale: boolean;
  /** Back to what is stored. */
  reset: () => void;
  /** Goes on with what was typed, on top of what is stored now. */
  rebase: (saved: Saved<Typed>) => void;
  /** What was typed on. */
  base: Typed;
}

/** What is being typed of a thing that others may change meanwhile: untouched it follows what is stored, touched it stays. */
export function useDraft<Typed extends object>(saved: Saved<Typed>): Draft<Typed> {
  const [typed, setTyped] = useState<{ value: Typed; base: Saved<Typed> } | null>(null);
  const base = typed?.base ?? saved;
  const value = typed?.value ?? saved.value;
  const isDirty = typed !== null && JSON.stringify(value) !== JSON.stringify(base.value);
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
  const rebase = useCallback((on: Saved<Typed>) => setTyped((was) => was && { ...was, base: on }), []);
  return {
    value,
    set,
    etag: base.etag,
    isDirty,
    isStale: isDirty && base.etag !== saved.etag,
    reset,
    rebase,
    base: base.value,
  };
}
