import type { ComponentPropsWithoutRef, MouseEvent } from 'react';
import { goTo } from './go-to.ts';

/**
 * A link to a page of the console, for places with many links: React Router's own link renders again at every change of
 * the address. `to` is an absolute path.
 */
export const LightLink = ({ to, ...props }: { to: string } & ComponentPropsWithoutRef<'a'>) => (
  <a href={to} onClick={follow} {...props} />
);

/** A plain click stays in the page. With a modifier key the browser handles it: new tab, new window, download. */
function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goTo(event.currentTarget.getAttribute('href') ?? '/');
}
