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
    expect(noticesByUs('mailbox')).toEqual(['recipient', 'sender']);
    expect(noticesByUs('merci_facteur')).toEqual(['sender']);
    expect(noticesByUs(null)).toEqual(['sender']);
  });

  const letter = { letterKind: 'ere_simple', messageId: 'm-1', providerReference: 'LRE 42' } as const;
  const pageUrl = 'http://boite.example/#letters/m-1';
  const references = { ...letter, recipient: 'anne@lagarde.example', pageUrl };

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

  it('calls a letter what is one, and a simple delivery, which is not worth it, never', () => {
    const qualified = { ...references, letterKind: 'lre_qualified' } as const;
    for (const to of ['sender', 'recipient'] as const) {
      const said = ({ subject, bodyHtml }: { subject: string; bodyHtml: string }) =>
        `${subject} ${bodyHtml.replace(/ href="[^"]*"/, '')}`;
      expect(said(electronicNotice(to, 'fr', qualified))).toMatch(/^Lettre recommandée électronique LRE 42 .*lettre/);
      expect(said(electronicNotice(to, 'en', qualified))).toMatch(/^Qualified electronic registered letter LRE 42/);
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
