import type { ComponentPropsWithoutRef, MouseEvent } from 'react';
import { goTo } from './go-to.ts';

/**
 * A link to a page of ours where there are many: React Router's is drawn anew whenever anything in the address changes. `to`
 * is a whole path.
 */
export const LightLink = ({ to, ...props }: { to: string } & ComponentPropsWithoutRef<'a'>) => (
  <a href={to} onClick={follow} {...props} />
);

/** A plain click stays in the page; with a key held down it is the browser's: another tab, another window, a download. */
function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goTo(event.currentTarget.getAttribute('href') ?? '/');
}
