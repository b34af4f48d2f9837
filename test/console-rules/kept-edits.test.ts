import { expect, it } from 'vitest';
import { hasOwnWords } from '../../console/action/own-words.ts';
import {
  editsBody,
  isUnfinished,
  missingOf,
  NO_EDITS,
  ownTextKept,
  plannedTextTaken,
  uploadBegun,
  uploadEnded,
  written,
} from '../../console/draft/draft-edits.ts';
import {
  askBeforeLeaving,
  changeEdits,
  editsOf,
  forgetAllEdits,
  forgetDecided,
  forgetEdits,
  keepEdits,
} from '../../console/draft/kept-edits.ts';

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
  // A text that follows the template states the new amount by itself, whatever else was chosen.
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

it('a mail does not leave while a file is on its way up, and what is typed meanwhile stays', () => {
  const draft = { version: 'v1', recipients: ['anne@client.fr'] };
  const file = { id: 'file', filename: 'facture.pdf', size: 1 };
  changeEdits('R1', (now) => uploadBegun(now, 'first'));
  changeEdits('R1', (now) => uploadBegun(now, 'second'));
  expect([missingOf(draft, editsOf('R1')!, true), isUnfinished(editsOf('R1')!), isAsked()]).toEqual([
    'upload',
    true,
    true,
  ]);
  changeEdits('R1', (now) => written(now, { subject: 'Avec la facture' }, draft));
  changeEdits('R1', (now) => uploadEnded(now, 'first', file));
  expect(missingOf(draft, editsOf('R1')!, true)).toBe('upload');
  // The other file never arrives: the user is told, and the mail may leave as it is.
  changeEdits('R1', (now) => uploadEnded(now, 'second', null));
  expect(missingOf(draft, editsOf('R1')!, true)).toBeNull();
  expect(editsBody(editsOf('R1')!)).toEqual({
    subject: 'Avec la facture',
    draft_version: 'v1',
    attachments: ['file'],
  });
  forgetEdits('R1');
});

it('a file that arrives after the message was given up, or has left, is kept with nothing', () => {
  changeEdits('R1', (now) => uploadBegun(now, 'late'));
  forgetEdits('R1');
  changeEdits('R1', (now) => uploadEnded(now, 'late', { id: 'file', filename: 'facture.pdf', size: 1 }));
  expect([editsOf('R1'), isAsked()]).toEqual([undefined, false]);
});

it('of many that were skipped or finished at once what was changed goes, and stays of those that were refused', () => {
  for (const id of ['R1 of Martin', 'R2 of Durand', 'R3 of Petit']) keepEdits(id, { ...NO_EDITS, subject: 'Facture' });
  forgetDecided(['R1 of Martin', 'R2 of Durand'], [{ id: 'R2 of Durand' }]);
  const kept = ['R1 of Martin', 'R2 of Durand', 'R3 of Petit'].filter((id) => editsOf(id));
  expect(kept).toEqual(['R2 of Durand', 'R3 of Petit']);
  forgetAllEdits();
});

it('a letter whose text was corrected is finished by itself, which keeps those words; recipients and mails have none to keep', () => {
  const letter = { kind: 'letter', origin: 'step', message_id: null } as const;
  const corrected = { ...NO_EDITS, bodyHtml: '<p>Mise en demeure.</p>' };
  expect(hasOwnWords(letter, corrected)).toBe(true);
  expect(hasOwnWords(letter, undefined)).toBe(false);
  expect(hasOwnWords(letter, { ...NO_EDITS, recipients: ['a@b.example'] })).toBe(false);
  expect(hasOwnWords({ ...letter, message_id: 'made' }, corrected)).toBe(false);
  expect(hasOwnWords({ ...letter, kind: 'email' }, corrected)).toBe(false);
});
