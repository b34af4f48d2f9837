import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundledOnce } from '../../worker/bundled-once.ts';

const pathOf = (bundle: Awaited<ReturnType<typeof bundledOnce>>) => ('codePath' in bundle ? bundle.codePath : '');

it('the workflows of a checkout are bundled once: the next worker finds the file, and encrypted failures have their own', async () => {
  const [first, encrypted] = [pathOf(await bundledOnce(false)), pathOf(await bundledOnce(true))];
  const madeMs = statSync(first).mtimeMs;
  expect(pathOf(await bundledOnce(false))).toBe(first);
  expect(statSync(first).mtimeMs).toBe(madeMs);
  expect(encrypted).not.toBe(first);
});
