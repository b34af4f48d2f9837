import { type RefObject, useEffect } from 'react';

/** Fractions of a pixel that remain on a zoomed page. */
const NEXT_TO_NOTHING_PX = 2;

/**
 * Sets `data-more-right` and `data-more-below` on the scroller while content is hidden on these sides. `isThere`: the
 * scroller is rendered.
 */
export function useMoreToSee(scroller: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    const box = isThere ? scroller.current : null;
    if (!box) return undefined;
    const look = () => {
      const right = box.scrollWidth - box.clientWidth - box.scrollLeft;
      const below = box.scrollHeight - box.clientHeight - box.scrollTop;
      box.toggleAttribute('data-more-right', right > NEXT_TO_NOTHING_PX);
      box.toggleAttribute('data-more-below', below > NEXT_TO_NOTHING_PX);
    };
    const sizes = new ResizeObserver(look);
    for (const one of [box, ...box.children]) sizes.observe(one);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, isThere]);
}
