import { useEffect, useState } from 'react';
import { isMissingPart, loadAnew } from './load-anew.ts';

/** Whether the page is being reloaded because of `error`. */
export function useLoadingAnew(error: unknown): boolean {
  const [left, setLeft] = useState<unknown>(null);
  useEffect(() => {
    if (!isMissingPart(error)) return;
    let isShown = true;
    void loadAnew(() => isShown).then((isLoading) => {
      if (!isLoading && isShown) setLeft(error);
    });
    return () => {
      isShown = false;
    };
  }, [error]);
  return isMissingPart(error) && left !== error;
}
