import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../console/api/problem.ts';
import type { SignedIn } from '../../console/frame/session.ts';
import { askAgain, SESSION_KEY, shownTo } from '../../console/frame/who-is-here.ts';
import { problemSentence } from '../../console/states/problem-sentence.ts';

// A session that ends in the middle of the work loses none of the work, and shows none of it to anybody else.

const person = (id: string, role = 'collector'): SignedIn =>
  ({ role, user: { id }, creditor: { slug: 'horizon' } }) as SignedIn;
const [lea, marc] = [person('lea'), person('marc')];

describe('while nobody is signed in', () => {
  it('a page that was open stays, and asks to sign in again', () => {
    expect(shownTo(null, lea)).toEqual({ session: lea, hasEnded: true });
  });
  it('a window in which nobody was yet shows how to sign in, once that is known', () => {
    expect([shownTo(null, null), shownTo(undefined, null)]).toEqual(['sign-in', 'nothing-yet']);
  });
  it('whoever is signed in sees the pages', () => {
    expect(shownTo(lea, null)).toEqual({ session: lea, hasEnded: false });
    expect(shownTo({ ...lea }, lea)).toEqual({ session: lea, hasEnded: false });
  });
});

describe('signing in again', () => {
  it('as somebody else, or with other rights, begins on a fresh page, though it was in another window', () => {
    for (const other of [marc, person('lea', 'admin')]) expect(shownTo(other, lea)).toBe('anew');
  });
  it('as oneself goes on with what was there, which is asked for again: what was refused too', () => {
    const queries = new QueryClient();
    queries.setQueryData(['invoices'], ['F-1']);
    queries.setQueryData(SESSION_KEY, lea);
    askAgain(queries);
    expect(queries.getQueryState(['invoices'])).toMatchObject({ data: ['F-1'], isInvalidated: true });
    expect(queries.getQueryState(SESSION_KEY)?.isInvalidated).toBe(false);
  });
});

it('what is refused for want of a session says so, and that what was typed stays', () => {
  const said = problemSentence(new ApiProblem(401, 'unauthorized', 'This session has ended: sign in again.'), 'fr');
  expect(said.title).toBe('Votre session a pris fin');
  expect(said.text).toMatch(/^Rien n’a été enregistré, et ce que vous avez saisi reste ici/);
});
