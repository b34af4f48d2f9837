import { useCallback, useState } from 'react';
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
  /** Something was typed since the draft was sent. */
  isTypedSince: boolean;
  /** Call when what was sent is stored under this ETag. What was typed since is kept on top of it. */
  stored: (etag: string) => void;
  /** Changes how the draft names what is stored now, e.g. by its ids. That counts as nothing typed. */
  rename: (as: (typed: Typed) => Typed) => void;
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
  const sending = () => setTyped((was) => was && { ...was, sent: value });
  const stored = useCallback((etag: string) => {
    setTyped((was) =>
      was?.sent && was.value !== was.sent
        ? { value: was.value, base: { value: was.sent, etag }, storedAs: etag }
        : null,
    );
  }, []);
  const rename = useCallback((as: (typed: Typed) => Typed) => setTyped((was) => was && renamed(was, as)), []);
  const rebase = useCallback(
    (on: Saved<Typed>) =>
      setTyped((was) => was && { value: was.value, base: on, ...(was.sent ? { sent: was.sent } : {}) }),
    [],
  );
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
    isTypedSince: typed?.sent !== undefined && typed.value !== typed.sent,
    stored,
    rename,
    rebase,
    merge,
    base: base.value,
    changed,
  };
}

function renamed<Typed>(was: TypedOn<Typed>, as: (typed: Typed) => Typed): TypedOn<Typed> {
  const value = as(was.value);
  if (was.sent === undefined) return { ...was, value };
  return { ...was, value, sent: was.value === was.sent ? value : as(was.sent) };
}
