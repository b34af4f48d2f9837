import { expect, it, vi } from 'vitest';
import { uploadBegun } from '../../console/draft/draft-edits.ts';
import { changeEdits, editsOf, forgetEdits } from '../../console/draft/kept-edits.ts';
import { confirmMany } from '../../console/pages/agenda/bulk/confirm-many.ts';
import { refusedSaid } from '../../console/pages/agenda/bulk/refused-said.ts';

vi.hoisted(() => vi.stubGlobal('window', { location: { origin: 'http://console.test' } }));

// A confirmation of many actions runs while the user edits the next one: a message that is being changed is not sent half done.

it('none is sent while its file is on its way up, or after all its recipients were taken out; it is said which, and why', async () => {
  changeEdits('file', (now) => uploadBegun(now, 'up'));
  changeEdits('nobody', (now) => ({ ...now, recipients: [] }));
  const { accepted, refused } = await confirmMany(['file', 'nobody']);
  expect(accepted).toBe(0);
  expect(refused.map(({ id }) => id)).toEqual(['file', 'nobody']);
  const said = refused.map((one) => refusedSaid(one, [{ id: one.id, text: 'Relance R1' }], 'fr'));
  expect(said[0]).toContain('Relance R1 – Ce que vous y avez modifié n’est pas prêt à partir');
  expect(editsOf('nobody')?.recipients).toEqual([]);
  for (const id of ['file', 'nobody']) forgetEdits(id);
});
