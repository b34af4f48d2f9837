import { expect, it } from 'vitest';
import { changesBody } from '../../console/case/dialogs/reminder/reminder-body.ts';

// The request for a reminder by hand after its channel was changed in the dialog.

const file = { id: 'a file', filename: 'facture.pdf', size: 1 };
const edits = {
  subject: 'Facture FA-1',
  bodyHtml: '<p>Bonjour</p>',
  recipients: ['anne@lagarde.example'],
  attachments: [file],
};
const text = { subject: 'Facture FA-1', body_html: '<p>Bonjour</p>' };
const changed = (mode: 'email' | 'letter', letterKind: 'simple' | 'registered' | 'ere_simple' | null = null) =>
  changesBody({ mode, letterKind }, edits);

it('004-10 004-11 a mail goes to the recipients that were chosen, with the files that were attached', () => {
  expect(changed('email')).toEqual({ ...text, recipients: ['anne@lagarde.example'], attachments: ['a file'] });
});

it('000-38 004-11 turned into a letter on paper it goes to the customer’s address, in the words that were written', () => {
  expect(changed('letter', 'simple')).toEqual(text);
  expect(changed('letter', 'registered')).toEqual(text);
});

it('an electronic letter keeps its recipients, and takes no files', () => {
  expect(changed('letter', 'ere_simple')).toEqual({ ...text, recipients: ['anne@lagarde.example'] });
});
