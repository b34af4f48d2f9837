import { describe, expect, it } from 'vitest';
import { type Connectors, goesByPrintProvider, isElectronicLetter } from '../../../domain/messages/connectors.ts';
import { electronicNotice, noticesByUs } from '../../../domain/messages/electronic-notices.ts';

describe('A letter goes by the print provider', () => {
  const some: Connectors = { print: { provider: 'maileva', kinds: ['simple', 'registered'] }, sms: null };
  const goes = (letterKind: Parameters<typeof goesByPrintProvider>[1]['letterKind'], connectors?: Connectors) =>
    goesByPrintProvider(connectors, { kind: 'letter', letterKind });

  it('when it offers that kind; one of no kind is a simple one', () => {
    expect([goes('simple', some), goes(null, some), goes('registered', some)]).toEqual([true, true, true]);
    expect([goes('lre_qualified', some), goes('ere_simple', some)]).toEqual([false, false]);
    const registered: Connectors = { print: { provider: 'maileva', kinds: ['registered'] }, sms: null };
    expect(goes(null, registered)).toBe(false);
  });

  it('never where there is none, and never what is no letter', () => {
    expect([goes('simple'), goes('simple', { print: null, sms: 'brevo' })]).toEqual([false, false]);
    expect(goesByPrintProvider(some, { kind: 'email', letterKind: 'simple' })).toBe(false);
    expect(goesByPrintProvider(some, { kind: 'sms', letterKind: null })).toBe(false);
  });
});

it('an electronic letter is the qualified one and the simple one, and needs an e-mail address', () => {
  expect(['lre_qualified', 'ere_simple'].every(isElectronicLetter)).toBe(true);
  expect(['simple', 'registered', null].some(isElectronicLetter)).toBe(false);
});

describe('The notice of an electronic registered letter', () => {
  it('goes to the sender; to the recipient too when no provider writes to him', () => {
    expect(noticesByUs('mailbox', 'ere_simple')).toEqual(['recipient', 'sender']);
    expect(noticesByUs('merci_facteur', 'ere_simple')).toEqual(['sender']);
    expect(noticesByUs(null, 'ere_simple')).toEqual(['sender']);
  });

  it('of a qualified letter is never ours to the recipient, who may not know the sender before he accepts it', () => {
    for (const provider of ['mailbox', 'merci_facteur', null])
      expect(noticesByUs(provider, 'lre_qualified')).toEqual(['sender']);
  });

  const letter = { letterKind: 'ere_simple', messageId: 'm-1', providerReference: 'LRE 42' } as const;
  const pageUrl = 'http://boite.example/#letters/m-1';
  const references = { ...letter, recipient: 'anne@lagarde.example', pageUrl, isAgreed: false };

  it.each([
    [
      'sender',
      'fr',
      'Un envoi recommandé électronique destiné à #customer_name (anne@lagarde.example) a été remis au prestataire le #today.',
    ],
    [
      'sender',
      'en',
      'An electronic registered delivery to #customer_name (anne@lagarde.example) was handed to the provider on #today.',
    ],
    ['recipient', 'fr', 'Un envoi recommandé électronique de #company_name vous attend.'],
    ['recipient', 'en', 'An electronic registered delivery from #company_name is waiting for you.'],
  ] as const)('tells the %s in %s that it is there', (to, language, words) => {
    const { subject, bodyHtml } = electronicNotice(to, language, references);
    expect(bodyHtml).toContain(`<p>${words}</p>`);
    expect(subject).toBe(
      language === 'fr' ? 'Envoi recommandé électronique LRE 42' : 'Electronic registered delivery LRE 42',
    );
    expect(bodyHtml).toContain(
      language === 'fr' ? 'Envoi LRE 42, notre référence m-1.' : 'Sending LRE 42, our reference m-1.',
    );
  });

  it.each([
    ['fr', 'Ceci est un essai\u00a0: la boîte locale', 'Lire et confirmer la réception'],
    ['en', 'This is a test: the local mailbox', 'Read it and confirm its receipt'],
  ] as const)(
    'says to the recipient in %s that it is a test, and where it is read and confirmed',
    (language, said, read) => {
      const { bodyHtml } = electronicNotice('recipient', language, references);
      expect(bodyHtml).toContain(said);
      expect(bodyHtml).toContain(`<a href="${pageUrl}">${read}`);
      // When the page is not known, the notice still names the provider.
      const unknown = electronicNotice('recipient', language, { ...references, pageUrl: null }).bodyHtml;
      expect([unknown.includes(said), unknown.includes('<a ')]).toEqual([true, false]);
      expect(electronicNotice('sender', language, references).bodyHtml).not.toMatch(/boite|essai|test/);
    },
  );

  it.each([
    [
      'fr',
      'Vous pouvez l’accepter ou le refuser pendant quinze jours à compter du lendemain de cet avis\u00a0; sans réponse de votre part à l’issue de ce délai, il sera considéré comme non réclamé.',
      'Vous nous avez donné votre accord pour recevoir des envois recommandés électroniques.',
    ],
    [
      'en',
      'You may accept or refuse it for fifteen days from the day after this notice; without an answer from you by then, it will be considered unclaimed.',
      'You have agreed to receive electronic registered deliveries from us.',
    ],
  ] as const)(
    'says to the recipient in %s that it may be refused and for how long it waits, and to a consumer that he agreed to it',
    (language, choice, agreed) => {
      const told = (isAgreed: boolean) => electronicNotice('recipient', language, { ...references, isAgreed }).bodyHtml;
      expect(told(false)).toContain(`<p>${choice}</p>`);
      expect([told(false).includes(agreed), told(true).includes(`<p>${agreed}</p>`)]).toEqual([false, true]);
      expect(electronicNotice('sender', language, { ...references, isAgreed: true }).bodyHtml).not.toContain(agreed);
    },
  );

  it('calls a letter what is one, and a simple delivery, which is not worth it, never', () => {
    const qualified = { ...references, letterKind: 'lre_qualified' } as const;
    const said = ({ subject, bodyHtml }: { subject: string; bodyHtml: string }) =>
      `${subject} ${bodyHtml.replace(/ href="[^"]*"/, '')}`;
    const toSender = (language: 'fr' | 'en') => said(electronicNotice('sender', language, qualified));
    expect(toSender('fr')).toMatch(/^Lettre recommandée électronique LRE 42 .*lettre/);
    expect(toSender('en')).toMatch(/^Qualified electronic registered letter LRE 42/);
    for (const to of ['sender', 'recipient'] as const) {
      expect(said(electronicNotice(to, 'fr', references))).not.toMatch(/lettre/i);
      expect(said(electronicNotice(to, 'en', references))).not.toMatch(/letter/i);
    }
  });

  it('has our own number as long as the provider gave none', () => {
    expect(electronicNotice('sender', 'fr', { ...references, providerReference: null }).subject).toContain('m-1');
  });

  it('does not tell the recipient’s address to the recipient', () => {
    for (const language of ['fr', 'en'] as const)
      expect(electronicNotice('recipient', language, references).bodyHtml).not.toContain(references.recipient);
  });
});
