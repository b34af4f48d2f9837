import { expect, it } from 'vitest';
import { providerAddress } from '../../console/pages/sign-in/provider-address.ts';

const START = '/v1/session/oidc/start';

it('whoever signs in with another’s account comes back to where he was going, for the company that he chose', () => {
  const here = { pathname: '/agenda', search: '?tab=done&q=été' };
  const { searchParams, pathname } = new URL(providerAddress(START, here, 'horizon'), 'https://here.example');
  expect([pathname, Object.fromEntries(searchParams)]).toEqual([
    START,
    { return_to: '/agenda?tab=done&q=été', creditor: 'horizon' },
  ]);
  expect(providerAddress(START, { pathname: '/', search: '' })).toBe(`${START}?return_to=%2F`);
});
