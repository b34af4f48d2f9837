import { expect, it } from 'vitest';
import {
  editsBody,
  missingOf,
  NO_EDITS,
  ownTextKept,
  plannedTextTaken,
  written,
} from '../../console/draft/draft-edits.ts';
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

it('a text that was written when more was due waits until a person has said which of the two is to leave', () => {
  const recipients = ['anne@lagarde.example'];
  const before = { version: '1 000,00 €', recipients };
  const now = { version: '600,00 €', recipients };
  const chosen = { ...NO_EDITS, recipients: ['paul@lagarde.example'] };
  const edits = written(written(chosen, { bodyHtml: '<p>Vous devez 1 000,00 €.</p>' }, before), { subject: 'R3' }, now);
  expect([missingOf(before, edits, true), missingOf(now, edits, true)]).toEqual([null, 'choice']);
  expect(editsBody(edits).draft_version).toBe('1 000,00 €');

  const own = ownTextKept(edits, now);
  expect(missingOf(now, own, true)).toBeNull();
  expect(editsBody(own)).toEqual({ ...editsBody(edits), draft_version: '600,00 €' });
  // What follows the template says what is due, whatever was chosen besides.
  expect(plannedTextTaken(edits)).toEqual(chosen);
  expect(missingOf(now, chosen, true)).toBeNull();
  expect(editsBody(chosen)).toEqual({ recipients: ['paul@lagarde.example'] });
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
