import { expect, it } from 'vitest';
import { isNeverWritten } from '../../console/pages/third-party/never-written.ts';

it('a referrer who is no professional is never written to, a notary always may be', () => {
  expect(isNeverWritten({ professional: false }, 'referrer')).toBe(true);
  expect(isNeverWritten({ professional: true }, 'referrer')).toBe(false);
  expect(isNeverWritten({ professional: false }, 'notary')).toBe(false);
});
