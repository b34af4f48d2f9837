import { useState } from 'react';
import { useNavigate } from 'react-router';

/** A thing that an editor has made, as it is stored. */
interface Made<Data> {
  data: Data;
  etag: string;
}

/**
 * For the editor of a new thing, which goes on as the editor of what it has made. `made` is that until the page has
 * read it; `path` is its address, to which `goOn` leads. Call it only while the editor is still there.
 */
export function useGoingOn<Data extends { id: string }>(
  pathOf: (id: string) => string,
  madeHere: (id: string) => void,
) {
  const navigate = useNavigate();
  const [made, setMade] = useState<Made<Data> | null>(null);
  const path = made && pathOf(made.data.id);
  const goOn = (now: Made<Data>) => {
    setMade(now);
    madeHere(now.data.id);
    // After the update of the state that the leave guard checks.
    setTimeout(() => void navigate(pathOf(now.data.id), { replace: true }));
  };
  return { made, setMade, path, goOn };
}
