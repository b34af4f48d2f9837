import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMerciFacteur } from '../../providers/print/merci-facteur.ts';
import { readMerciFacteurWebhook } from '../../providers/print/merci-facteur-webhook.ts';
import { JPEG, MerciFacteurDouble, MF_ACCOUNT, MF_WEBHOOK_KEY, PDF } from './doubles/merci-facteur-double.ts';
import { noAbort } from './sample-email.ts';
import { REFERENCE, sampleLetter } from './sample-letter.ts';

let double: MerciFacteurDouble;
const provider = (more: object = {}) =>
  createMerciFacteur({ ...MF_ACCOUNT, baseUrl: double.url, timeoutMs: 3_000, ...more });
const submit = (changes = {}, more = {}) => provider(more).submit(sampleLetter(changes), noAbort());
const asked = (changes = {}) => ({
  reference: REFERENCE,
  providerReference: '1000',
  trackingNumber: null,
  kind: 'registered' as const,
  known: [],
  ageMs: 0,
  ...changes,
});

beforeEach(async () => {
  double = await MerciFacteurDouble.start();
});
afterEach(() => double.stop());

describe('A letter that Merci Facteur takes', () => {
  test('leaves registered with a scanned receipt, in the bytes that were made, and tells its price', async () => {
    expect(await submit()).toEqual({ kind: 'accepted', reference: '1000', postageCents: 732 });
    const [letter] = double.letters;
    expect(letter).toMatchObject({ mode: 'lrare', antidoublon: REFERENCE });
    expect(letter!.pdf.toString()).toBe('%PDF-1.7 mise en demeure');
    expect(letter!.reference).toMatch(/^[0-9A-Z]{25}$/);
    expect(letter!.recipient).toMatchObject({
      nom: 'Joël Martin',
      societe: '',
      adresse1: 'Entrée B',
      cp: '75015',
      pays: 'FRANCE',
    });
  });

  test('names to whose attention it is, above the street', async () => {
    const recipient = { ...sampleLetter().recipient, isCompany: true, attention: 'À l’attention du service comptable' };
    await submit({ recipient });
    expect(double.letters[0]!.recipient).toMatchObject({
      ...{ societe: 'Joël Martin', adresse1: 'À l’attention du service comptable' },
      ...{ adresse2: 'Entrée B', adresse3: '33 allée de la Pâquerette' },
    });
  });

  test.each([
    ['simple', 'normal'],
    ['ere_simple', 'ere_otp_mail'],
  ] as const)('of kind %s travels as %s', async (kind, mode) => {
    await submit({ kind });
    expect(double.letters[0]!.mode).toBe(mode);
  });

  test('of the qualified electronic kind is refused, and nothing is called', async () => {
    expect(await submit({ kind: 'lre_qualified' })).toMatchObject({ kind: 'refused', code: 'kind_not_offered' });
    expect(double.tokensGiven).toBe(0);
  });

  test('is made once, however often it is handed over: the second call says that the first passed', async () => {
    double.faults = ['accept_then_reset'];
    expect(await submit()).toMatchObject({ kind: 'unknown', code: 'connection_lost' });
    expect(await submit({ isRetry: true })).toEqual({ kind: 'accepted', reference: REFERENCE, postageCents: null });
    expect(double.letters).toHaveLength(1);
  });
});

describe('A letter that it does not take', () => {
  test.each([
    ['reset', { kind: 'unknown', code: 'connection_lost' }],
    ['503_html', { kind: 'unknown', code: 'http_503' }],
    ['500', { kind: 'not_accepted', code: 'INTERNAL' }],
    ['429', { kind: 'not_accepted', code: 'http_429', retryAfterMs: 7_000 }],
    ['refuse', { kind: 'refused', code: 'INFO_ADDRESS_MISSING' }],
  ] as const)('%s: tells what is known, and the next try makes exactly one', async (fault, expected) => {
    double.faults = [fault];
    expect(await submit()).toMatchObject(expected);
    expect(double.letters).toHaveLength(0);
    expect(await submit({ isRetry: true })).toMatchObject({ kind: 'accepted' });
    expect(double.letters).toHaveLength(1);
  });

  test('with a wrong secret is misconfigured, and nothing is sent', async () => {
    expect(await submit({}, { secretKey: 'wrong' })).toMatchObject({ kind: 'misconfigured', code: 'BAD_SIGNATURE' });
    expect(double.letters).toHaveLength(0);
  });

  test('with nobody at its address was certainly not taken', async () => {
    expect(await submit({}, { baseUrl: 'http://127.0.0.1:1' })).toMatchObject({ kind: 'not_accepted' });
  });
});

describe('Where it says no with the status of a success', () => {
  beforeEach(() => {
    double.answers200 = true;
  });

  test('a letter is refused in its own words, one that it has is taken, and of what cannot be read nobody knows', async () => {
    double.faults = ['503_html', 'refuse', 'accept_then_reset'];
    expect(await submit()).toMatchObject({ kind: 'unknown', code: 'unreadable_answer' });
    const refused = { kind: 'refused', code: 'INFO_ADDRESS_MISSING', detail: '200 INFO_ADDRESS_MISSING: cp' };
    expect(await submit()).toEqual(refused);
    await submit();
    expect(await submit({ isRetry: true })).toMatchObject({ kind: 'accepted', reference: REFERENCE });
    expect(double.letters).toHaveLength(1);
  });

  test('a wrong secret is misconfigured, and a token that has run out is asked for again', async () => {
    expect(await submit({}, { secretKey: 'wrong' })).toMatchObject({ kind: 'misconfigured', code: 'BAD_SIGNATURE' });
    const one = provider();
    await one.submit(sampleLetter(), noAbort());
    double.expireTokens();
    const next = await one.submit(sampleLetter({ reference: REFERENCE.replace('beef', 'cafe') }), noAbort());
    expect([next.kind, double.tokensGiven, double.letters.length]).toEqual(['accepted', 2, 2]);
  });
});

describe('The token', () => {
  test('is asked for once, and again when it is refused', async () => {
    const one = provider();
    await one.submit(sampleLetter(), noAbort());
    await one.submit(sampleLetter({ reference: REFERENCE.replace('beef', 'cafe') }), noAbort());
    expect(double.tokensGiven).toBe(1);
    double.expireTokens();
    const third = await one.submit(sampleLetter({ reference: REFERENCE.replace('beef', 'babe') }), noAbort());
    expect([third.kind, double.tokensGiven, double.letters.length]).toEqual(['accepted', 2, 3]);
  });
});

describe('Asked about a letter', () => {
  test('it gives status, number and every document that is not kept yet', async () => {
    await submit();
    Object.assign(double.letters[0]!, { state: 'distribue', proofs: { depot: PDF, reception: JPEG } });
    const state = await provider().ask(asked(), noAbort());
    expect(state).toMatchObject({
      kind: 'found',
      events: ['printed', 'deposited', 'delivered', 'signed'],
      trackingNumber: '2C100000000',
      isComplete: true,
    });
    const proofs = state.kind === 'found' ? state.proofs : [];
    expect(proofs.map(({ kind, contentType }) => [kind, contentType])).toEqual([
      ['receipt', 'image/jpeg'],
      ['deposit', 'application/pdf'],
    ]);
    const again = await provider().ask(asked({ known: ['deposit', 'receipt'] }), noAbort());
    expect(again).toMatchObject({ proofs: [], isComplete: true });
  });

  test('it says that it came back, and that more may come while no receipt is there', async () => {
    await submit();
    expect(await provider().ask(asked(), noAbort())).toMatchObject({ events: ['accepted'], isComplete: false });
    Object.assign(double.letters[0]!, { state: 'distribue_expediteur', pnd: '1' });
    const state = await provider().ask(asked(), noAbort());
    expect(state).toMatchObject({ kind: 'found' });
    expect(state.kind === 'found' && state.events).toContain('returned');
  });

  test('without its number it cannot be found, and an unreadable answer settles nothing', async () => {
    expect(await provider().ask(asked({ providerReference: null }), noAbort())).toEqual({ kind: 'not_found' });
    expect(await provider().ask(asked({ providerReference: '7' }), noAbort())).toMatchObject({ kind: 'no_answer' });
  });
});

describe('A webhook', () => {
  const headers = { 'x-mf-webhook-secret-key': MF_WEBHOOK_KEY };
  const read = (body: string, given: Record<string, string> = headers) =>
    readMerciFacteurWebhook(Buffer.from(body), given, [MF_WEBHOOK_KEY]);

  test('names our message by its own reference, for several letters at once', async () => {
    await submit();
    await submit({ reference: REFERENCE.replace('beef', 'cafe') });
    const told = read(double.webhook('printed', double.letters, 'imprime'));
    expect(told.kind === 'events' && told.events.map(({ reference, event }) => [reference, event])).toEqual([
      [REFERENCE, 'printed'],
      [REFERENCE.replace('beef', 'cafe'), 'printed'],
    ]);
  });

  test('carries the proof itself, told apart by its bytes', async () => {
    await submit();
    const body = double.webhook('are', double.letters, 'retour_are', { are_base64_jpeg: JPEG.toString('base64') });
    const told = read(body);
    expect(told).toMatchObject({
      events: [{ event: 'signed', proof: { kind: 'receipt', contentType: 'image/jpeg' } }],
    });
    const junk = read(double.webhook('are', double.letters, 'retour_are', { are_base64_jpeg: 'aGVsbG8=' }));
    expect(junk).toMatchObject({ events: [{ event: 'signed', proof: null }] });
  });

  test.each([
    ['new-state', 'pris_en_charge', 'deposited'],
    ['new-state', 'attente_au_guichet', 'first_presented'],
    ['new-state', 'accept_wait', 'awaiting_signature'],
    ['delivered', 'accepted', 'signed'],
    ['pnd', 'refused', 'refused'],
    ['pnd', 'expired', 'unclaimed'],
    ['pnd', 'distribue_expediteur', 'returned'],
    ['error', 'accept_notification_error', 'undeliverable'],
    ['error', 'probleme_en_cours', null],
    ['new-state', 'entree_douane', null],
  ])('%s %s says %s', async (name, status, event) => {
    await submit();
    expect(read(double.webhook(name, double.letters, status))).toMatchObject({ events: [{ event }] });
  });

  test('without the key, with another, or when none is set, is forged', () => {
    expect(read('', {})).toEqual({ kind: 'forged' });
    expect(read('', { 'x-mf-webhook-secret-key': 'other' })).toEqual({ kind: 'forged' });
    expect(readMerciFacteurWebhook(Buffer.from(''), headers, [])).toEqual({ kind: 'forged' });
    expect(read('event=x&detail=y')).toMatchObject({ kind: 'malformed' });
  });
});
