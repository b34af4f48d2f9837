import { expect, it } from 'vitest';
import { lastAddressOf, rememberAddress } from '../../console/frame/last-address.ts';
import { pagesFor } from '../../console/frame/pages.ts';

// The menu and the G keys lead to a page as the user left it: with its filters, without the dialog or drawer that was open.

const page = (path: string) => pagesFor({ isSupervisor: true }).find((one) => one.path === path)!;
const backTo = (path: string) => lastAddressOf(page(path), { id: 'lea' }, false);

it('filters that are changed while a drawer is open are the list’s', () => {
  rememberAddress('/agenda', '?kind=letter');
  rememberAddress('/agenda/a-1', '?kind=email');
  expect(backTo('/agenda')).toBe('/agenda?kind=email');
});

it('a drawer that is opened from another page leaves the list’s filters as they were', () => {
  rememberAddress('/envois', '?status=failed');
  rememberAddress('/envois/m-1', '');
  expect(backTo('/envois')).toBe('/envois?status=failed');
});

it('the drawer of a past run is not opened again', () => {
  rememberAddress('/relances', '?sort=due_on&relance=run-1');
  expect(backTo('/relances')).toBe('/relances?sort=due_on');
});

it('a customer’s own page is another page than the list of customers', () => {
  rememberAddress('/clients', '?q=martin');
  rememberAddress('/clients/c-1', '?tab=history');
  expect(backTo('/clients')).toBe('/clients?q=martin');
});
