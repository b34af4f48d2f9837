import { describe, expect, it } from 'vitest';
import type { Action } from '../../console/action/action-data.ts';
import { confirmedSaid } from '../../console/action/confirmed-said.ts';
import { sentSaid } from '../../console/case/dialogs/reminder/sent-said.ts';
import { sureWords } from '../../console/providers/sure-words.ts';
import { howItLeaves } from '../../console/providers/how-it-leaves.ts';

// After a user has sent something, the page says what really happens, and who posts a letter.

const PAPER = { print: { provider: 'merci_facteur', letter_kinds: ['simple', 'registered'] } };
const NOBODY = { print: null };
const letter = (letter_kind: string | null) => ({ kind: 'letter', letter_kind });
const plainly = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('a reminder by hand', () => {
  const said = (providers: typeof PAPER | typeof NOBODY | undefined, kind: string) =>
    plainly(sentSaid({ kind: 'letter', to: [] }, howItLeaves(providers, letter(kind)), 'fr'));

  it('that the provider posts is with him, and nobody is told to post it', () => {
    expect(said(PAPER, 'simple')).toBe('Courrier remis au prestataire éditique, qui le fait partir.');
    expect(said(PAPER, 'registered')).toBe('Courrier remis au prestataire éditique, qui le fait partir.');
  });
  it('that nobody posts is to be posted; registered, it waits for that in the agenda', () => {
    expect(said(NOBODY, 'simple')).toBe('Courrier édité : à imprimer et à poster.');
    expect(said(NOBODY, 'registered')).toBe('Courrier édité : il attend dans l’agenda que quelqu’un l’ait posté.');
    expect(said(PAPER, 'lre_qualified')).toBe(said(NOBODY, 'registered'));
  });
  it('says no more than is known', () => {
    expect(said(undefined, 'simple')).toBe('Courrier préparé.');
    expect(sentSaid({ kind: 'email', to: ['a@b.example', 'c@d.example'] }, 'itself', 'fr')).toBe(
      'Courriel remis à l’envoi, à a@b.example, c@d.example.',
    );
    expect(sentSaid({ kind: 'email', to: [] }, 'itself', 'fr')).toBe('Courriel remis à l’envoi.');
  });
});

describe('an action that was confirmed', () => {
  const said = (
    providers: typeof PAPER | typeof NOBODY | undefined,
    kind: string,
    letter_kind: string | null,
    origin: Action['origin'] = 'step',
  ) => plainly(confirmedSaid({ origin, text: 'R1 – Martin' }, howItLeaves(providers, { kind, letter_kind }), 'fr'));

  it('is given to be sent, which may have to wait; what a person posts is said with the letter to open', () => {
    expect(said(PAPER, 'email', null)).toBe('Remis à l’envoi : R1 – Martin');
    expect(said(PAPER, 'letter', 'registered')).toBe('À l’envoi par le prestataire éditique : R1 – Martin');
    expect([said(NOBODY, 'letter', 'simple'), said(NOBODY, 'letter', 'registered')]).toEqual([null, null]);
    expect(said(undefined, 'letter', 'simple')).toBe('Confirmé : R1 – Martin');
  });
  it('that asked whether a case goes on has sent nothing', () => {
    expect(said(NOBODY, 'task', null, 'attention')).toBe('Le dossier reprend son cours, selon son scénario.');
    expect(said(NOBODY, 'task', null, 'message')).toMatch(/^Remis à l’envoi de nouveau/);
  });
});

it('before a registered letter is confirmed, who posts it is said, in runs and in the agenda alike', () => {
  const said = (count: number, byProvider: boolean | undefined) => sureWords(count, byProvider, 'fr').change;
  for (const count of [1, 2]) {
    expect(said(count, true)).toMatch(
      /par le prestataire éditique et ne peu(t|vent) plus être arrêtées?.*affranchissement/,
    );
    expect(said(count, false)).toMatch(/à imprimer et à poster par vos soins.*dépôt noté dans l’agenda/);
    expect(said(count, undefined)).not.toMatch(/prestataire|imprimer/);
  }
});
