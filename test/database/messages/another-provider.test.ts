import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { NOW } from '../holds/case-world.ts';
import { minutes, openSending } from './sending-world.ts';

// Operations configure another print provider, or forget to configure one, while letters are on their way.

const MAILBOX = 'http://127.0.0.1:1';
const IN_DOUBT = { status: 'sending', unknownSinceAt: NOW, handedOverAt: NOW, tries: 1 } as const;
const LETTER = {
  ...{ kind: 'letter', letterKind: 'registered', viaPrintProvider: true, test: false, level: 3 },
  ...{ provider: 'merci_facteur', recipients: [] },
} as const;

const channels = (name: string | null) =>
  ({
    connectors: { print: null, sms: null },
    print: name && { live: { name }, mailbox: { name: 'mailbox' } },
    sms: null,
  }) as unknown as ActivityDeps['channels'];

let today: Awaited<ReturnType<typeof openSending>>;
let without: Awaited<ReturnType<typeof openSending>>;
beforeAll(async () => {
  today = await openSending(MAILBOX, channels('maileva'));
  without = await openSending(MAILBOX, channels(null));
});

describe('A letter of which a try at the print provider of before is in doubt', () => {
  it('is not given to another one, which knows nothing of that try: a person is asked, and its row says who may have it', async () => {
    const id = await today.rendered('user', { ...LETTER, ...IN_DOUBT });
    expect(await today.handOver(id, minutes(60), true)).toEqual({ kind: 'ambiguous' });
    expect(await today.row(id)).toMatchObject({ provider: 'merci_facteur', tries: 1, handedOverAt: NOW });
  });

  it('stays with that one where the variable is only forgotten for a while', async () => {
    const id = await without.rendered('user', { ...LETTER, ...IN_DOUBT });
    expect(await without.handOver(id, minutes(60), true)).toMatchObject({ kind: 'go' });
    expect(await without.row(id)).toMatchObject({ provider: 'merci_facteur', unknownSinceAt: NOW });
  });
});

it('A letter that the provider of before has surely not taken is given to the one of today', async () => {
  const id = await today.rendered('user', { ...LETTER, tries: 1 });
  expect(await today.handOver(id)).toMatchObject({ kind: 'go' });
  expect(await today.row(id)).toMatchObject({ provider: 'maileva' });
});
