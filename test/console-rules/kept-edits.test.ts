import { expect, it } from 'vitest';
import { NO_EDITS } from '../../console/draft/draft-edits.ts';
import { askBeforeLeaving, editsOf, forgetAllEdits, forgetEdits, keepEdits } from '../../console/draft/kept-edits.ts';

const isAsked = () => {
  let asked = false;
  askBeforeLeaving({ preventDefault: () => (asked = true) });
  return asked;
};

it('what was changed of a draft is kept by its action until it leaves, and nobody leaves the window over it unasked', () => {
  const first = { ...NO_EDITS, subject: 'Votre facture en retard' };
  const second = { ...NO_EDITS, recipients: [] };
  keepEdits('R1 of Martin', first);
  keepEdits('R2 of Durand', second);
  expect([editsOf('R1 of Martin'), editsOf('R2 of Durand')]).toEqual([first, second]);
  forgetEdits('R1 of Martin');
  expect([editsOf('R1 of Martin'), editsOf('R2 of Durand')]).toEqual([undefined, second]);
  expect(isAsked()).toBe(true);
  forgetEdits('R2 of Durand');
  expect(isAsked()).toBe(false);
});

it('a file that was added and taken out again is no change', () => {
  const file = { id: 'file' } as (typeof NO_EDITS)['attachments'][number];
  keepEdits('R1', { attachments: [file] });
  expect(editsOf('R1')).toEqual({ attachments: [file] });
  keepEdits('R1', { attachments: [] });
  expect(editsOf('R1')).toBeUndefined();
});

it('who comes after somebody else has none of his changes to send, and is not asked about them', () => {
  keepEdits('R1 of Martin', { ...NO_EDITS, subject: 'Votre facture en retard' });
  forgetAllEdits();
  expect([editsOf('R1 of Martin'), isAsked()]).toEqual([undefined, false]);
});
