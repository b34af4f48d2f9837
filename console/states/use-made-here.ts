import { useState } from 'react';

/**
 * For a page that edits the thing with this id, or makes a new one. Once a new one is made, its editor stays where it
 * is, with the cursor and what was typed meanwhile, while the address changes to that of the thing made: `key` is the
 * editor's key. Call `madeHere` with the id before the address changes.
 */
export function useMadeHere(id: string): { key: number; madeHere: (id: string) => void } {
  const [shown, setShown] = useState({ id, key: 0, made: '' });
  if (shown.id !== id) setShown({ id, key: id === shown.made ? shown.key : shown.key + 1, made: '' });
  return { key: shown.key, madeHere: (made) => setShown((was) => ({ ...was, made })) };
}
