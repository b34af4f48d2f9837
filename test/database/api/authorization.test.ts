import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../api/frame/endpoint.ts';
import { isRawBody } from '../../../api/frame/raw-body.ts';
import { routes } from '../../../api/routes.ts';
import { everythingOf, snapshotOf } from './everything-of-a-creditor.ts';
import { OPERATOR_KEY, startApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

type Key = 'operator' | 'payments' | 'collector' | 'supervisor' | 'admin';
const KEYS: readonly Key[] = ['operator', 'payments', 'collector', 'supervisor', 'admin'];
/** Written out here, and not taken from the code under test: which roles may do what. */
const MAY: Record<Key, readonly string[]> = {
  operator: ['operator'],
  payments: ['payments'],
  collector: ['collector'],
  supervisor: ['collector', 'supervisor'],
  admin: ['collector', 'supervisor', 'admin'],
};
const ROLES = ['payments', 'collector', 'supervisor', 'admin'] as const;
const mayCall = (key: Key, who: Endpoint['who']): boolean => MAY[key].some((named) => who.includes(named as never));
const NOWHERE = '018f0000-0000-7000-8000-00000000ffff';

let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let theirs: Awaited<ReturnType<typeof api.newCreditor>>;
let theirIds: Record<string, string>;

beforeAll(async () => {
  api = await startApi();
  ours = await api.newCreditor('Nous');
  theirs = await api.newCreditor('Eux');
  theirIds = await everythingOf(api.db, theirs.id);
});
afterAll(() => api.stop());

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const guarded = routes.filter(({ who }) => who !== 'anyone');

/** Fills a path with ids, each chosen by the word before it; ids that are not given are unknown ones. */
const pathWith = (path: string, ids: Record<string, string>) =>
  path
    .replace(/\/([\w-]+)\/\{\w+\}/g, (_all, word: string) => `/${word}/${ids[word] ?? NOWHERE}`)
    .replace(/\{\w+\}/g, NOWHERE);

const asOf = (endpoint: Endpoint, path: string, key: string | null) => {
  const raw = isRawBody(endpoint.body)
    ? { raw: 'x', headers: { 'Content-Type': endpoint.body.contentTypes[0] ?? '', 'If-Match': '*' } }
    : {};
  const json = endpoint.body && !isRawBody(endpoint.body) ? { body: SAMPLE_BODIES[nameOf(endpoint)] } : {};
  return api.ask(endpoint.method, path, { key, headers: { 'If-Match': '*' }, ...raw, ...json });
};

describe('every route', () => {
  it('that takes a JSON body has one here that passes its schema', () => {
    for (const endpoint of guarded) {
      if (!endpoint.body || isRawBody(endpoint.body)) continue;
      const sample = endpoint.body.safeParse(SAMPLE_BODIES[nameOf(endpoint)]);
      expect([nameOf(endpoint), sample.error?.issues ?? []]).toEqual([nameOf(endpoint), []]);
    }
  });
  it('says who may call it, and what it answers', () => {
    for (const endpoint of routes) {
      expect(endpoint.who.length, nameOf(endpoint)).toBeGreaterThan(0);
      expect(Object.keys(endpoint.answers).length, nameOf(endpoint)).toBeGreaterThan(0);
    }
  });
  it('answers 401 without a key, whatever is sent', async () => {
    for (const endpoint of guarded) {
      const answer = await api.ask(
        endpoint.method,
        pathWith(endpoint.path, {}),
        endpoint.method === 'GET' ? {} : { raw: '{', headers: { 'Content-Type': 'text/plain' } },
      );
      expect([nameOf(endpoint), answer.status]).toEqual([nameOf(endpoint), 401]);
    }
  });
  it.each(KEYS)('answers 403 to %s where that role is not named, and lets it in where it is', async (role) => {
    const key = role === 'operator' ? OPERATOR_KEY : ours[role];
    for (const endpoint of guarded) {
      const may = mayCall(role, endpoint.who);
      const path = `${pathWith(endpoint.path, {})}?unknown=1`;
      const { status } = await api.ask(endpoint.method, path, { key });
      // A caller who is allowed gets 400 for an unlisted query parameter, or 404 for an unknown id: nothing is done.
      expect([nameOf(endpoint), may ? [400, 404].includes(status) : status === 403, status]).toEqual([
        nameOf(endpoint),
        true,
        status,
      ]);
    }
  });
});

describe('what is another creditor’s', () => {
  // Every role names the ids itself: a handler that ignores the creditor for one role only is found with that role only.
  it.each(ROLES)(
    'does not exist for %s on any route: as an unknown id, byte for byte; no row changes',
    async (role) => {
      const before = await snapshotOf(api.db, theirs.id);
      const open = guarded.filter(({ path, who }) => path.includes('{') && mayCall(role, who));
      expect(open.length, role).toBeGreaterThan(0);
      for (const endpoint of open) {
        const their = await asOf(endpoint, pathWith(endpoint.path, theirIds), ours[role]);
        const unknown = await asOf(endpoint, pathWith(endpoint.path, {}), ours[role]);
        expect([nameOf(endpoint), their.status, their.text]).toEqual([nameOf(endpoint), 404, unknown.text]);
        expect([nameOf(endpoint), unknown.status]).toEqual([nameOf(endpoint), 404]);
      }
      expect(await snapshotOf(api.db, theirs.id)).toBe(before);
    },
  );
  it('is in no list', async () => {
    for (const endpoint of guarded.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
      const answer = await api.ask('GET', endpoint.path, { key: ours.admin });
      expect([
        nameOf(endpoint),
        answer.text.includes('Secret') ||
          Object.values(theirIds).some((id) => id.length > 10 && answer.text.includes(id)),
      ]).toEqual([nameOf(endpoint), false]);
    }
  });
  it('is there for its own creditor', async () => {
    for (const word of ['customers', 'invoices', 'users', 'third-parties', 'templates', 'scenarios']) {
      expect([word, (await api.ask('GET', `/v1/${word}/${theirIds[word]}`, { key: theirs.admin })).status]).toEqual([
        word,
        200,
      ]);
    }
  });
});
