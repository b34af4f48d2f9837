import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMaileva } from '../../providers/print/maileva.ts';
import { readMailevaWebhook } from '../../providers/print/maileva-webhook.ts';
import { MAILEVA_ACCOUNT, MailevaDouble, type MailevaSendingDouble } from './doubles/maileva-double.ts';
import { noAbort } from './sample-email.ts';
import { REFERENCE, sampleLetter } from './sample-letter.ts';

let double: MailevaDouble;
const provider = (more: object = {}) =>
  createMaileva({ ...MAILEVA_ACCOUNT, ...double.urls, timeoutMs: 3_000, ...more });
const submit = (changes = {}, more = {}) => provider(more).submit(sampleLetter(changes), noAbort());
const ask = (changes = {}) =>
  provider().ask(
    {
      reference: REFERENCE,
      providerReference: double.sendings[0]?.id ?? null,
      trackingNumber: null,
      kind: 'registered',
      known: [],
      ageMs: 0,
      ...changes,
    },
    noAbort(),
  );

beforeEach(async () => {
  double = await MailevaDouble.start();
});
afterEach(() => double.stop());

describe('A letter that Maileva takes', () => {
  test('is a draft with its document and its address, then submitted once', async () => {
    const outcome = await submit();
    expect(outcome).toEqual({ kind: 'accepted', reference: double.sendings[0]!.id, postageCents: null });
    expect(double.sendings[0]).toMatchObject({
      service: 'registered_mail/v4',
      custom_id: REFERENCE,
      status: 'PENDING',
      documents: 1,
    });
    expect(double.sendings[0]!.body).toMatchObject({ acknowledgement_of_receipt: true, returned_mail_scanning: true });
    expect(double.sendings[0]!.recipient).toMatchObject({
      address_line_2: 'Joël Martin',
      address_line_3: 'Entrée B',
      address_line_4: '33 allée de la Pâquerette',
      address_line_6: '75015 Paris',
      country_code: 'FR',
    });
    expect(double.submissions).toBe(1);
  });

  test('names to whose attention it is below the name, and not where the address fills the envelope', async () => {
    const sent = async (lines: string[]) => {
      const attention = 'À l’attention du service comptable';
      await submit({ recipient: { ...sampleLetter().recipient, isCompany: true, attention, lines } });
      return double.sendings.at(-1)!.recipient!;
    };
    expect(await sent(['1 rue A'])).toMatchObject({
      ...{ address_line_1: 'Joël Martin', address_line_2: 'À l’attention du service comptable' },
      address_line_4: '1 rue A',
    });
    const full = await sent(['1', '2', '3', '4']);
    expect(full).toMatchObject({ address_line_1: 'Joël Martin', address_line_2: '1', address_line_5: '4' });
  });

  test('a simple one goes by the other service; no address line is longer than 38 characters', async () => {
    const recipient = { ...sampleLetter().recipient, name: 'x'.repeat(60), lines: ['y'.repeat(60)] };
    await submit({ kind: 'simple', recipient });
    expect(double.sendings[0]!.service).toBe('mail/v2');
    for (const line of Object.values(double.sendings[0]!.recipient!))
      expect(String(line).length).toBeLessThanOrEqual(38);
  });

  test('a long name and a long street go on in the next line: nothing of them is cut', async () => {
    const sent = async (recipient: object) => {
      await submit({ recipient: { ...sampleLetter().recipient, ...recipient } });
      const said = Object.entries(double.sendings.at(-1)!.recipient!);
      return Object.fromEntries(said.filter(([name]) => name.startsWith('address_line_')));
    };
    const street = 'Résidence Les Jardins de la Fontaine, 12 rue du Faubourg Saint-Antoine';
    expect(await sent({ lines: [street] })).toEqual({
      address_line_2: 'Joël Martin',
      address_line_3: 'Résidence Les Jardins de la Fontaine,',
      address_line_4: '12 rue du Faubourg Saint-Antoine',
      address_line_6: '75015 Paris',
    });
    const name = 'Syndicat des copropriétaires de la résidence du Port';
    expect(await sent({ name, isCompany: true, lines: ['Bâtiment B', street] })).toEqual({
      address_line_1: 'Syndicat des copropriétaires de la',
      address_line_2: 'résidence du Port',
      address_line_3: 'Bâtiment B',
      address_line_4: 'Résidence Les Jardins de la Fontaine,',
      address_line_5: '12 rue du Faubourg Saint-Antoine',
      address_line_6: '75015 Paris',
    });
    const full = `${name}, représenté par son syndic le Cabinet Morel, à l’attention du service comptable`;
    expect(await sent({ name: full, isCompany: true, lines: ['Bâtiment B'] })).toEqual({
      address_line_1: 'Syndicat des copropriétaires de la',
      address_line_2: 'résidence du Port, représenté par son',
      address_line_3: 'syndic le Cabinet Morel, à l’attention',
      address_line_4: 'du service comptable',
      address_line_5: 'Bâtiment B',
      address_line_6: '75015 Paris',
    });
    expect(await sent({ name: 'x'.repeat(60) })).toMatchObject({ address_line_2: `${'x'.repeat(37)}…` });
    expect(await sent({ lines: ['Entrée B', '2e étage', 'Résidence Bleue', '3 rue Haute'] })).toMatchObject({
      address_line_1: 'Joël Martin',
      address_line_2: 'Entrée B',
      address_line_5: '3 rue Haute',
    });
  });

  test('an electronic one is refused, and nothing is called', async () => {
    expect(await submit({ kind: 'ere_simple' })).toMatchObject({ kind: 'refused', code: 'kind_not_offered' });
    expect(double.sendings).toHaveLength(0);
  });
});

describe('Never twice', () => {
  test.each(['create', 'document', 'recipient'] as const)(
    'what is lost at %s has certainly not left, and leaves once on the next try',
    async (at) => {
      double.faults = [{ at, kind: at === 'create' ? 'done_then_reset' : 'reset' }];
      expect(await submit()).toMatchObject({ kind: 'not_accepted' });
      expect(await submit({ isRetry: true })).toMatchObject({ kind: 'accepted' });
      expect([double.submissions, double.sendings.length]).toEqual([1, 1]);
    },
  );

  test('a submission whose answer was lost is found by our reference, and not submitted again', async () => {
    double.faults = [{ at: 'submit', kind: 'done_then_reset' }];
    expect(await submit()).toMatchObject({ kind: 'unknown' });
    expect(await submit({ isRetry: true, isUnsure: true })).toEqual({
      kind: 'accepted',
      reference: double.sendings[0]!.id,
      postageCents: null,
    });
    expect(double.submissions).toBe(1);
  });

  test('a submission that did not arrive leaves a draft, which is deleted before it is made anew', async () => {
    double.faults = [{ at: 'submit', kind: 'reset' }];
    expect(await submit()).toMatchObject({ kind: 'unknown' });
    expect(double.sendings.map(({ status }) => status)).toEqual(['DRAFT']);
    expect(await submit({ isRetry: true, isUnsure: true })).toMatchObject({ kind: 'accepted' });
    expect([double.submissions, double.sendings.length]).toEqual([1, 1]);
  });

  test('a draft whose try was given up before it was submitted is left, and has certainly not left', async () => {
    const limit = new AbortController();
    const { fetch } = globalThis;
    const giveUp = vi.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      const answer = await fetch(url, init);
      const read = new Response(await answer.arrayBuffer(), answer);
      if (typeof url === 'string' && url.endsWith('/recipients')) limit.abort();
      return read;
    });
    const outcome = await provider().submit(sampleLetter(), limit.signal);
    giveUp.mockRestore();
    expect(outcome).toMatchObject({ kind: 'not_accepted', code: 'timeout' });
    expect(double.sendings.map(({ status }) => status)).toEqual(['DRAFT']);
    expect(await submit({ isRetry: true })).toMatchObject({ kind: 'accepted' });
    expect([double.submissions, double.sendings.length]).toEqual([1, 1]);
  });

  test('as long as it cannot be asked, nothing is made', async () => {
    double.faults = [
      { at: 'submit', kind: 'done_then_reset' },
      { at: 'list', kind: '500' },
    ];
    await submit();
    expect(await submit({ isRetry: true, isUnsure: true })).toMatchObject({
      kind: 'unknown',
      code: 'earlier_try_unknown',
    });
    expect(double.submissions).toBe(1);
  });
});

describe('On an account with more letters than can be looked through', () => {
  const another = (): MailevaSendingDouble => ({
    ...{ id: crypto.randomUUID(), service: 'registered_mail/v4', custom_id: crypto.randomUUID(), status: 'PROCESSED' },
    ...{ documents: 1, recipient: null, body: {} },
  });
  beforeEach(() => {
    double.sendings.push(...Array.from({ length: 10_000 }, another));
  });

  test('a try that certainly made nothing is followed by another, which leaves', async () => {
    double.faults = [{ at: 'create', kind: '500' }];
    expect(await submit()).toMatchObject({ kind: 'not_accepted' });
    expect(await submit({ isRetry: true })).toMatchObject({ kind: 'accepted' });
    expect(double.submissions).toBe(1);
  });

  test('one that may have been submitted is not submitted again', async () => {
    double.faults = [{ at: 'submit', kind: 'done_then_reset' }];
    expect(await submit()).toMatchObject({ kind: 'unknown' });
    expect(await submit({ isRetry: true, isUnsure: true })).toMatchObject({ kind: 'unknown' });
    expect(double.submissions).toBe(1);
  });
});

describe('What it does not take', () => {
  test('a wrong address is refused with its code, and no draft stays', async () => {
    double.faults = [{ at: 'recipient', kind: '400' }];
    expect(await submit()).toMatchObject({ kind: 'refused', code: 'INVALID_ADDRESS_LINE_6' });
    expect(double.sendings).toHaveLength(0);
  });

  test('a wrong password is misconfigured; a token that has run out is asked for again', async () => {
    expect(await submit({}, { password: 'wrong' })).toMatchObject({ kind: 'misconfigured' });
    const one = provider();
    await one.submit(sampleLetter(), noAbort());
    double.expireToken();
    expect(await one.submit(sampleLetter({ reference: 'other' }), noAbort())).toMatchObject({ kind: 'accepted' });
  });
});

describe('Asked about a letter', () => {
  const known = (more: object) => Object.assign(double.sendings[0]!.recipient!, more);

  test('it gives status, number, price and the documents', async () => {
    await submit();
    const { id } = double.sendings[0]!;
    const url = `/sendings/${id}/recipients/x/download_deposit_proof`;
    double.files.set(url, Buffer.from('%PDF-1.7 dépôt'));
    known({
      status: 'PROCESSED',
      registered_number: '1E3232323',
      postage_price: 6.11,
      deposit_proof_url: url,
      delivery_statuses: [{ code: 'LP09' }, { code: 'LP15' }],
      main_delivery_statuses: [{ category: 'FIRST_PRESENTATION', code: 'LP09' }],
    });
    const state = await ask();
    expect(state).toMatchObject({ trackingNumber: '1E3232323', postageCents: 611, isComplete: false });
    expect(state.kind === 'found' && new Set(state.events)).toEqual(
      new Set(['accepted', 'printed', 'deposited', 'first_presented', 'delivered']),
    );
    expect(state.kind === 'found' && state.proofs.map(({ kind }) => kind)).toEqual(['deposit']);
  });

  test.each([
    ['N02', 'undeliverable'],
    ['N03', 'unclaimed'],
    ['N05', 'refused'],
    ['N07', 'undeliverable'],
  ])('came back for %s: %s', async (reason, event) => {
    await submit();
    known({
      status: 'PROCESSED',
      undelivered_mail_reason: reason,
      undelivered_mail_date: '2026-03-14T07:21:40.757Z',
      delivery_statuses: [{ code: 'LP17' }],
    });
    const state = await ask();
    expect(state.kind === 'found' && state.events.at(-1)).toBe(event);
    expect(state.kind === 'found' && state.events).not.toContain('returned');
  });

  test('one that is rejected later is told so; one nobody submitted is not there', async () => {
    await submit();
    known({ status: 'REJECTED', status_detail: 'adresse invalide' });
    expect(await ask()).toMatchObject({ events: ['rejected'], detail: 'adresse invalide' });
    expect(await ask({ reference: 'nobody', providerReference: null })).toEqual({ kind: 'not_found' });
  });
});

describe('A notification', () => {
  const credentials = { login: 'relance', passwords: ['the-one-of-before', 'a-long-password-x'] };
  const authorization = `Basic ${Buffer.from('relance:a-long-password-x').toString('base64')}`;
  const read = (body: object, given: Record<string, string> = { authorization }) =>
    readMailevaWebhook(Buffer.from(JSON.stringify(body)), given, credentials);
  const about = { resource_type: 'registered_mail/v4/recipients', resource_id: 'r', resource_custom_id: REFERENCE };

  test.each([
    ['ON_STATUS_ACCEPTED', 'accepted', false],
    ['ON_STATUS_PROCESSED', 'printed', true],
    ['ON_DEPOSIT_PROOF_RECEIVED', 'deposited', true],
    ['ON_MAIN_DELIVERY_STATUS_FIRST_PRESENTATION', 'first_presented', true],
    ['ON_ACKNOWLEDGEMENT_OF_RECEIPT_RECEIVED', 'signed', true],
    ['ON_UNDELIVERED_MAIL_RECEIVED', null, true],
  ])('%s says %s', (type, event, askSoon) => {
    const told = read({ ...about, event_type: type });
    expect(told).toMatchObject({ events: [{ reference: REFERENCE, providerReference: null, event, askSoon }] });
  });

  test('without the name and password that were agreed it is forged', () => {
    expect(read({ ...about, event_type: 'ON_STATUS_ACCEPTED' }, {})).toEqual({ kind: 'forged' });
    expect(read({}, { authorization: 'Basic eDp5' })).toEqual({ kind: 'forged' });
    expect(read({})).toMatchObject({ kind: 'malformed' });
  });
});
