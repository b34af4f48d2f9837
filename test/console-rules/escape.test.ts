import { expect, it } from 'vitest';
import { openedOver } from '../../console/frame/lying-over.ts';

it('Esc is for the dialog on top alone: the one beneath has the next, and not the same once the first has closed', () => {
  const beneath = openedOver();
  const onTop = openedOver();
  const first = {};
  expect(beneath.takes(first)).toBe(false);
  expect(onTop.takes(first)).toBe(true);
  onTop.leave();
  expect(beneath.takes(first)).toBe(false);
  expect(beneath.takes({})).toBe(true);
  beneath.leave();
});
