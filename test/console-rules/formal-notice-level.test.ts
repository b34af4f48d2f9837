import { expect, it } from 'vitest';
import * as console from '../../console/level/level.ts';
import * as domain from '../../domain/ladder/step.ts';

it('the console and the server take the same levels for the formal notice', () => {
  expect(console.FORMAL_NOTICE_LEVEL).toBe(domain.FORMAL_NOTICE_LEVEL);
});
