import { useCallback, useEffect, useRef } from 'react';

/** Whether what asks still stands in the page: an answer may come when it has been closed. */
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
