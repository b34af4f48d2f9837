import { expect, it } from 'vitest';
import { attentionSentence, messageInFrench } from '../../../domain/case/attention-about-message.ts';
import { refusedInFrench, stopInFrench } from '../../../domain/case/attention-in-words.ts';

const english = (code: string, text: string) => attentionSentence({ code, text }, 'en');

it('says in English why a case stopped, as a sentence of its own; in French what is stored', () => {
  const stored = stopInFrench('hard_bounce');
  expect(attentionSentence({ code: 'hard_bounce', text: stored }, 'fr')).toBe(stored);
  expect(english('hard_bounce', stored)).toMatch(/^The e-mail came back, since .*\.$/);
});

it('names the message that did not leave, and why', () => {
  const refused = refusedInFrench(
    'Le courriel de niveau R1',
    'le client n’a aucune adresse\u00a0; complétez son contact.',
  );
  expect(english('no_recipient', refused)).toBe(
    'The R1 e-mail did not leave, since the customer has no e-mail address that works: complete the contact.',
  );
  expect(english('validation_error', refused)).toMatch(
    /^The R1 e-mail did not leave: the provider refused it \(validation_error\): correct/,
  );
});

it.each([
  ['Le courriel interne à a@b.example', 'The internal e-mail to a@b.example came back: '],
  ['Le SMS de niveau R2 (F-1, F-2) à +33612345678', 'The R2 SMS (F-1, F-2) to +33612345678 came back: '],
  ['Le courrier', 'The letter came back: '],
  ['L’accusé de réception à a@b.example', 'The acknowledgement to a@b.example came back: '],
  ['L’avis de lettre électronique', 'The notice of an electronic letter came back: '],
  ['L’état d’impayés pour un tiers', 'The statement of unpaid files for a third party came back: '],
  ['L’état d’impayés pour Étude Morel', 'The statement of unpaid files for Étude Morel came back: '],
])('names a message that no case waits for: %s', (name, said) => {
  expect(english('hard_bounce', `${name} ${messageInFrench('hard_bounce')}`)).toMatch(
    new RegExp(`^${said.replaceAll(/[()+.]/g, '\\$&')}`),
  );
});
