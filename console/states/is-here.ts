import { useCallback, useEffect, useRef } from 'react';

/** Returns whether the component is still mounted: an answer can arrive after it was closed. */
export function useIsHere(): () => boolean {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(() => here.current, []);
}
