import { useCallback, useRef, useState } from 'react';
import { goneOn, type TypedOn, typedFields, typedOver } from './typed-fields.ts';

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
  /** Somebody else has stored something else in it since one began to type. */
  isStale: boolean;
  /** Back to what is stored. */
  reset: () => void;
  /** It is sent now, as it stands. */
  sending: () => void;
  /** It is stored as it was sent, as this version: what was typed since then stays, on top of it. */
  stored: (etag: string) => void;
  /** Goes on with what was typed, on top of what is stored now. */
  rebase: (saved: Saved<Typed>) => void;
  /** Goes on with the fields that were typed in, the others as they are stored now. */
  merge: (saved: Saved<Typed>) => void;
  /** What was typed on. */
  base: Typed;
  /** The fields that were typed in: all that a change has to send. */
  changed: Partial<Typed>;
}

/** What is being typed of a thing that others may change meanwhile: untouched it follows what is stored, touched it stays. */
export function useDraft<Typed extends object>(saved: Saved<Typed>): Draft<Typed> {
  const [kept, setTyped] = useState<TypedOn<Typed> | null>(null);
  const typed = goneOn(kept, saved);
  if (typed !== kept) setTyped(typed);
  const sent = useRef(saved.value);
  // A version that differs in nothing that is typed here is as good to type on.
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
