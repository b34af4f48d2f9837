import { expect, it } from 'vitest';
import { isDialogOver, openedOver } from '../../console/frame/lying-over.ts';

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

it('while a dialog lies over the page, or over a drawer, the keys of the page rest; under a drawer alone they do not', () => {
  const drawer = openedOver(true);
  expect(isDialogOver()).toBe(false);
  const dialog = openedOver();
  expect(isDialogOver()).toBe(true);
  dialog.leave();
  expect(isDialogOver()).toBe(false);
  drawer.leave();
});
