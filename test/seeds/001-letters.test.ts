import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Said, sha256, unique } from '../e2e/business.ts';
import { reconcile } from '../stack/reconcile.ts';
import { eventually } from '../eventually.ts';
import { printedLinks } from '../letters/read-pdf.ts';
import { JPEG, PDF } from '../providers/doubles/merci-facteur-double.ts';
import {
  action,
  cases,
  closeLetters,
  confirm,
  draftOf,
  hook,
  letterOf,
  live,
  messageOf,
  once,
  openLetters,
  person,
  printer,
  smsWithoutAnswer,
  stack,
  step,
  telephone,
  told,
  trial,
} from './letters-world.ts';

// Letters and SMS sent through providers. Each title names the requirements that it shows (docs/capabilities.md).
beforeAll(openLetters, 240_000);
afterAll(closeLetters);

describe('Through a letter provider,', { timeout: 120_000 }, () => {
  it('001-13 001-17 001-29 an automatic letter step leaves on its day without anybody touching it', async () => {
    const message = await once(cases['automatic']!, 'sent');
    expect(message).toMatchObject({ provider: 'merci_facteur', letter_kind: 'registered', test: false });
    expect((await letterOf(cases['automatic']!)).mode).toBe('lrare');
    const qualified = await live.ask('POST', '/scenarios', {
      name: unique('S'),
      steps: [step({ letter_kind: 'lre_qualified', mode: 'automatic', template_id: message.id })],
    });
    expect([qualified.status, qualified.body.code]).toEqual([422, 'no_print_connector']);
  });

  it('001-23 001-18 a letter leaves with the same bytes that a person saw before', async () => {
    const { id } = await action('registered');
    expect((await draftOf('registered')).pdf_url).toContain(`/v1/actions/letters.pdf?ids=${id}`);
    const seen = await live.bytes(`/actions/letters.pdf?ids=${id}`);
    expect(seen.subarray(0, 4).toString()).toBe('%PDF');
    expect((await confirm('registered')).status).toBe(200);
    const message = await once(cases['registered']!, 'sent');
    const { pdf } = await letterOf(cases['registered']!);
    expect([sha256(pdf), sha256(await live.bytes(`/messages/${message.id}/letter.pdf`))]).toEqual([
      message.sha256.pdf,
      message.sha256.pdf,
    ]);
  });

  it('001-28 a letter leaves with its links to the invoice’s documents and to the payment page', async () => {
    const { id } = await messageOf(cases['registered']!);
    const links = await printedLinks(await live.bytes(`/messages/${id}/letter.pdf`));
    expect(links).toEqual(expect.arrayContaining(['https://pay.example/f-1', 'https://ged.example/f-1.pdf']));
  });

  it('001-25 001-20 sending a letter also finishes its action: the level is reached, as when a person finishes it', async () => {
    const registered = await cases['registered']!.dunningOnce(({ level }) => level === 3);
    expect(registered).toMatchObject({ level: 3 });
    expect(await cases['registered']!.openActions()).not.toContainEqual(expect.objectContaining({ kind: 'letter' }));
    const { id } = await action('manual');
    await live.do('POST', `/actions/${id}/complete`, { comment: 'Remise en main propre' });
    expect((await cases['manual']!.dunningOnce(({ level }) => level === 1)).level).toBe(1);
    expect(await messageOf(cases['manual']!)).toBeUndefined();
  });

  it('001-21 001-16 the selected letters are confirmed and sent together', async () => {
    const ids = await Promise.all(['simple1', 'simple2', 'simple3'].map(async (name) => (await action(name)).id));
    expect(await live.do('POST', '/actions/confirm', { ids })).toEqual({ confirmed: 3, refused: [] });
    for (const name of ['simple1', 'simple2', 'simple3']) {
      expect(await once(cases[name]!, 'sent')).toMatchObject({ provider: 'merci_facteur' });
      expect((await letterOf(cases[name]!)).mode).toBe('normal');
    }
  });

  it('001-22 001-31 001-32 a letter is printed, posted and followed: it shows its status and price, with links to the provider and to the post', async () => {
    const one = cases['registered']!;
    expect((await told('printed', [one, cases['simple1']!], 'imprime')).status).toBe(200);
    expect((await told('new-state', [one], 'pris_en_charge')).status).toBe(200);
    // A late and repeated report: a status never goes back.
    await told('printed', [one], 'imprime');
    const message = await messageOf(one);
    expect(message).toMatchObject({
      status: 'deposited',
      postage_cents: 732,
      tracking_number: (await letterOf(one)).tracking,
      provider_url: 'https://www.merci-facteur.com/pro/',
    });
    expect(message.tracking_url).toContain(message.tracking_number);
    expect((await messageOf(cases['simple1']!)).status).toBe('printed');
    const texts = (await one.do('GET', '/history?limit=50')).data.map(({ text }: Said) => text);
    expect(texts).toContain('Courrier R3 déposé à La Poste.');
  });

  it('001-33 proofs of sending arrive and are kept unchanged, and a person can add a scanned one', async () => {
    const one = cases['registered']!;
    await told('pdd', [one], 'scan_pdd', { pdd_base64_pdf: PDF.toString('base64') });
    await told('are', [one], 'retour_are', { are_base64_jpeg: JPEG.toString('base64') });
    await told('are', [one], 'retour_are', { are_base64_jpeg: JPEG.toString('base64') });
    const { id, status, notified } = await messageOf(one);
    expect([status, notified]).toEqual(['signed', true]);
    const { data } = await live.do('GET', `/messages/${id}/proofs`);
    expect(data.map(({ kind, sha256: hash, source }: Said) => [kind, hash, source])).toEqual([
      ['deposit', sha256(PDF), 'merci_facteur'],
      ['receipt', sha256(JPEG), 'merci_facteur'],
    ]);
    expect(sha256(await live.bytes(data[1].url.replace('/v1', '')))).toBe(sha256(JPEG));
    const post = (type: string, bytes: Buffer) =>
      fetch(`${stack.apiUrl}/v1/messages/${id}/proofs?filename=recu.pdf`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${stack.demo.keys.admin}`, 'Content-Type': type },
        body: new Uint8Array(bytes),
      });
    expect((await post('application/pdf', Buffer.from('%PDF-1.7 reçu'))).status).toBe(201);
    expect((await post('application/pdf', Buffer.from('<html>'))).status).toBe(422);
    expect((await post('text/plain', Buffer.from('x'))).status).toBe(415);
    expect((await post('application/pdf', Buffer.alloc(5_000_001, '%PDF'))).status).toBe(413);
    expect((await live.do('GET', `/messages/${id}/proofs`)).data).toHaveLength(3);
  });

  it('a letter whose answer is lost is looked up by our own reference, and leaves once', async () => {
    printer.faults = ['accept_then_reset'];
    await Promise.all([confirm('unknown'), smsWithoutAnswer()]);
    const message = await once(cases['unknown']!, 'sent');
    expect([message.tries, printer.letters.filter(({ antidoublon }) => antidoublon === message.id).length]).toEqual([
      2, 1,
    ]);
    await told('printed', [cases['unknown']!], 'imprime');
    const named = await messageOf(cases['unknown']!);
    expect([named.status, named.provider_reference]).toEqual([
      'printed',
      String((await letterOf(cases['unknown']!)).id),
    ]);
  });

  it('a refused or unclaimed letter counts as notified and stops nothing; an undeliverable one needs a person', async () => {
    for (const name of ['refused', 'unclaimed', 'wrongAddress']) await confirm(name);
    for (const name of ['refused', 'unclaimed', 'wrongAddress']) await once(cases[name]!, 'sent');
    await told('pnd', [cases['refused']!], 'refused');
    await told('new-state', [cases['unclaimed']!], 'attente_au_guichet');
    await told('pnd', [cases['unclaimed']!], 'distribue_expediteur');
    await told('pnd', [cases['wrongAddress']!], 'distribue_expediteur');
    const statuses = await Promise.all(
      ['refused', 'unclaimed', 'wrongAddress'].map(async (name) => {
        const { status, notified } = await messageOf(cases[name]!);
        return [status, notified];
      }),
    );
    expect(statuses).toEqual([
      ['refused', true],
      ['unclaimed', true],
      ['undeliverable', false],
    ]);
    expect((await cases['refused']!.dunning()).status).not.toBe('needs_attention');
    expect((await cases['wrongAddress']!.dunningOnce(({ status }) => status === 'needs_attention')).status).toBe(
      'needs_attention',
    );
    expect((await action('wrongAddress')).attention_code).toBe('undeliverable_letter');
  });

  it('a webhook without the account’s key, or about a letter that is not ours, changes nothing', async () => {
    const one = cases['simple2']!;
    const body = printer.webhook('printed', [await letterOf(one)], 'imprime');
    expect((await hook(body, 'another')).status).toBe(401);
    expect((await messageOf(one)).status).toBe('sent');
    const strange = { ...(await letterOf(one)), id: 999_999, reference: 'client_123' };
    expect(await (await hook(printer.webhook('printed', [strange], 'imprime'))).json()).toEqual({
      taken: 0,
      ignored: 1,
    });
  });
});

describe('An electronic registered letter', { timeout: 120_000 }, () => {
  it('001-03 to a consumer is sent only with the consumer’s consent, alone and in bulk', async () => {
    const { id } = await action('ereConsumer');
    expect((await confirm('ereConsumer')).body).toMatchObject({ status: 422, code: 'consent_required' });
    const bulk = await live.do('POST', '/actions/confirm', { ids: [id] });
    expect(bulk).toMatchObject({ confirmed: 0, refused: [{ id, code: 'consent_required' }] });
    await live.do('POST', `/customers/${cases['ereConsumer']!.customer.id}/consents`, {
      kind: 'electronic_registered',
      given_at: '2026-01-05T10:00:00Z',
      evidence: 'Contrat signé le 5 janvier 2026, article 9',
    });
    expect((await confirm('ereConsumer')).status).toBe(200);
    await once(cases['ereConsumer']!, 'sent');
    expect(await letterOf(cases['ereConsumer']!)).toMatchObject({ mode: 'ere_otp_mail', recipient: { consent: 1 } });
  });

  it('001-24 goes to one contact: the one for collection, unless a person chooses another', async () => {
    const [desk, collection] = (await live.do('GET', `/customers/${cases['ereChosen']!.customer.id}`)).contacts;
    expect((await draftOf('ereChosen')).recipients).toEqual([collection.email]);
    const both = await confirm('ereChosen', { recipient_contact_ids: [desk.id, collection.id] });
    expect(both.body).toMatchObject({ code: 'one_recipient' });
    const path = `/actions/${(await action('ereChosen')).id}/confirm`;
    expect((await person.ask('POST', path, { recipient_contact_ids: [desk.id] })).status).toBe(200);
    expect((await once(cases['ereChosen']!, 'sent')).to).toEqual([desk.email]);
    expect((await letterOf(cases['ereChosen']!)).recipient).toMatchObject({ email: desk.email });
  });

  it('001-26 is announced to the recipient by the provider, and its references are mailed to the company and to the user who sent it', async () => {
    const { company } = await live.do('GET', '/settings');
    const { id, provider_reference: reference } = await messageOf(cases['ereChosen']!);
    for (const email of [company.email, person.email]) {
      const about = async () => (await live.mails(email)).filter((mail) => mail.text.includes(id));
      const [notice, ...more] = await eventually(about, (mails) => mails.length > 0);
      expect(notice?.subject).toContain(reference);
      expect([notice?.attachments, more]).toEqual([[], []]);
    }
  });

  it('001-27 001-31 waits for the recipient’s signature and is then signed, and the history says both', async () => {
    await told('new-state', [cases['ereChosen']!], 'accept_wait');
    expect((await messageOf(cases['ereChosen']!)).status).toBe('awaiting_signature');
    await told('delivered', [cases['ereChosen']!], 'accepted_downloaded');
    expect((await messageOf(cases['ereChosen']!)).status).toBe('signed');
    const texts = (await cases['ereChosen']!.do('GET', '/history?limit=50')).data.map(({ text }: Said) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Courrier R3 en attente de signature.', 'Courrier R3 signé par le destinataire.']),
    );
  });

  it('that must be a qualified one, which no provider sends automatically, waits for a person with its PDF', async () => {
    expect((await confirm('qualified')).status).toBe(200);
    const message = await once(cases['qualified']!, 'rendered');
    expect(message).toMatchObject({ letter_kind: 'lre_qualified', provider: null });
    expect((await action('qualified')).status).toBe('to_do');
  });
});

describe('An SMS', { timeout: 120_000 }, () => {
  it('leaves in the company’s name to the mobile number, and says how to receive no more of them', async () => {
    expect((await draftOf('sms')).recipients).toEqual(['+33639981021']);
    expect((await confirm('sms')).status).toBe(200);
    const message = await once(cases['sms']!, 'sent');
    const sent = telephone.sent.find(({ tag }) => tag === message.id);
    expect(sent).toMatchObject({ recipient: '33639981021' });
    expect(sent?.content).toContain(cases['sms']!.number);
    expect(sent?.content).toContain('Ne plus recevoir de SMS');
    expect((await cases['sms']!.dunningOnce(({ level }) => level === 1)).level).toBe(1);
  });

  it('to a customer without a mobile number is refused', async () => {
    expect((await confirm('noPhone')).body).toMatchObject({ status: 422, code: 'no_phone' });
    const { id } = await action('noPhone');
    const bulk = await live.do('POST', '/actions/confirm', { ids: [id] });
    expect(bulk.refused).toEqual([expect.objectContaining({ id, code: 'no_phone' })]);
  });

  it('whose answer is lost is looked up at the provider, and never sent again', async () => {
    await smsWithoutAnswer();
    const message = await once(cases['smsUnknown']!, 'sent');
    expect(telephone.sent.filter(({ tag }) => tag === message.id)).toHaveLength(1);
  });
});

describe('Before going live,', { timeout: 120_000 }, () => {
  it('001-30 the local mailbox takes a test letter in the provider’s place, made from the same template', async () => {
    const [waiting] = await cases['trial']!.openActions();
    await trial.do('POST', `/actions/${waiting.id}/confirm`, {});
    const message = await once(cases['trial']!, 'sent');
    expect(message).toMatchObject({ provider: 'mailbox', test: true, postage_cents: 139 });
    const { data } = (await (await fetch(`${stack.mailboxUrl}/letters`)).json()) as Said;
    expect(data.filter(({ reference }: Said) => reference === message.id)).toHaveLength(1);
    expect(data[0].sha256).toBe(message.sha256.pdf);
    expect(printer.letters.some(({ antidoublon }) => antidoublon === message.id)).toBe(false);
    const said = await fetch(`${stack.mailboxUrl}/letters/${message.id}/webhooks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ event: 'signed' }),
    });
    expect(said.status).toBe(200);
    expect((await messageOf(cases['trial']!)).status).toBe('signed');
  });
});

describe('A day later,', { timeout: 120_000 }, () => {
  it('what no webhook reported has been asked for: a letter’s status, number and proofs, and the outcome of an SMS', async () => {
    await confirm('lost');
    await once(cases['lost']!, 'sent');
    const letter = await letterOf(cases['lost']!);
    Object.assign(letter, { state: 'distribue', proofs: { depot: PDF, reception: JPEG } });
    const sms = await messageOf(cases['sms']!);
    telephone.sent.find(({ tag }) => tag === sms.id)!.events.push({ event: 'delivered' });
    await live.advance(1);
    await reconcile(stack);
    const { id, status, tracking_number: number } = await once(cases['lost']!, 'signed');
    expect([status, number]).toEqual(['signed', letter.tracking]);
    expect((await live.do('GET', `/messages/${id}/proofs`)).data).toHaveLength(2);
    expect((await once(cases['sms']!, 'delivered')).status).toBe('delivered');
  });
});
