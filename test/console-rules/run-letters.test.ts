import { expect, it } from 'vitest';
import { lettersOf } from '../../console/pages/reminders/run/letters-of-run.ts';
import { modeOf } from '../../console/pages/reminders/run/run-of.ts';
import { outcomeSaid } from '../../console/pages/reminders/run/outcome-said.ts';
import { progressWords } from '../../console/pages/reminders/run/progress-words.ts';
import { counted } from '../../console/words/words.ts';

// What a run of letters says about who posts them, and about its result.

const none = { sent: 0, to_post: 0, by_provider: 0, registered_by_provider: 0 };

it('without a provider letters are made, and registered ones wait to be posted', () => {
  const letters = lettersOf({ ...none, sent: 5, to_post: 2 });
  expect(letters).toEqual({ printed: 3, toPost: 2, byProvider: 0, registered: 0 });
});

it('what the provider takes it posts, and the rest is made', () => {
  const letters = lettersOf({ ...none, sent: 5, by_provider: 4, registered_by_provider: 1 });
  expect(letters).toEqual({ printed: 1, toPost: 0, byProvider: 4, registered: 1 });
});

const said = (run: Partial<Parameters<typeof outcomeSaid>[0]>) => {
  const figures = {
    mode: 'email',
    sent: 1,
    by_provider: 0,
    uncertain: 0,
    refused_count: 0,
    stopped_at: null,
    ...run,
  } as const;
  const { sent, others } = outcomeSaid(figures, progressWords.fr, (...of) => counted('fr', ...of));
  return [sent, others].map((text) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '));
};

it('one is sent and two are sent, and what is uncertain is not kept back', () => {
  expect(said({})).toEqual(['1 envoyé', '']);
  expect(said({ sent: 2, uncertain: 1, refused_count: 3 })).toEqual(['2 envoyés', '1 incertain, 3 non envoyés']);
  expect(said({ refused_count: 1 })[1]).toBe('1 non envoyé');
  expect(said({ refused_count: 1, stopped_at: '2026-11-24T09:00:00.000Z' })[1]).toBe('arrêtée, 1 non envoyé');
});

it('letters that nobody posted are made, those of the provider are sent', () => {
  expect(said({ mode: 'letter', sent: 2 })[0]).toBe('2 édités');
  expect(said({ mode: 'letter', sent: 2, by_provider: 2 })[0]).toBe('2 envoyés');
});

it('a run opens in the way of its level: by letter where all that are at it go so, by mail as soon as one does', () => {
  const at = (level: number, kind: 'email' | 'letter') => ({ dunning: { next: { level, kind } } });
  expect(modeOf(3, [at(3, 'letter'), at(3, 'letter'), at(1, 'email'), { dunning: { next: null } }])).toBe('letter');
  expect(modeOf(3, [at(3, 'letter'), at(3, 'email')])).toBe('email');
  expect([modeOf(1, [at(3, 'letter')]), modeOf(1, [])]).toEqual(['email', 'email']);
});
