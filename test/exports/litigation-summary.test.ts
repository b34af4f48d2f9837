import { describe, expect, it } from 'vitest';
import { sentFiles } from '../../api/exports/case-letters.ts';
import { summaryOf } from '../../api/exports/summary.ts';
import type { CaseFile, Claim } from '../../facts/exports/litigation-case.ts';
import { plain } from '../domain/plain.ts';

/** Half past midnight of 3 November in Paris. */
const AT_NIGHT = new Date('2026-11-02T23:30:00.000Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const claim = {
  ...{
    number: 'F-1',
    issuedOn: day('2026-09-01'),
    dueOn: day('2026-10-01'),
    currency: 'EUR',
    level: 3,
    kind: 'invoice',
  },
  ...{ initialLevel: 0, initialLevelOn: null },
  ...{ totalCents: 100_00, paidCents: 0, creditedCents: 0, balanceCents: 100_00, closedAs: null },
  customer: {
    name: 'Paul Roy',
    kind: 'consumer',
    reference: 'C-1',
    addressLines: ['1 rue Haute'],
    postalCode: '69001',
    city: 'Lyon',
    country: 'FR',
    contacts: [],
    holds: [],
  },
  ...{ allocations: [], stepRecords: [], messageItems: [] },
  holds: [{ kind: 'litigation', cause: null, reason: 'Sans réponse', sinceAt: AT_NIGHT }],
} as unknown as Claim;

const letter = (test: boolean) => ({
  ...{ kind: 'letter', level: 3, subject: 'Mise en demeure', recipients: [], proofs: [], htmlSha256: null, test },
  attachmentIds: [],
  ...{ sentAt: AT_NIGHT, handedOverAt: null, reservedAt: AT_NIGHT, pdfSha256: '0f4c' },
});
const history = [
  { at: AT_NIGHT, kind: 'sent', data: { channel: 'letter', letterKind: 'registered', level: 3 } },
  { at: AT_NIGHT, kind: 'letter_status', data: { channel: 'letter', level: 3, status: 'unclaimed' } },
];

const none = { allocations: [], holds: [], attachments: [] };
function summarized(
  test = false,
  of: Record<string, unknown> = none,
  changed: Record<string, unknown> = {},
  settings: object = {},
  language: 'fr' | 'en' = 'fr',
) {
  const file = { messages: [letter(test)], history, ...none, ...of } as unknown as CaseFile;
  const sent = sentFiles(file, 'F-1', { timeZone: 'Europe/Paris', language });
  const company = {
    companyName: 'Horizon',
    companySiret: null,
    country: 'FR',
    interestRates: [],
    liveAt: null,
    timeZone: 'Europe/Paris',
    latePenaltyBasisPoints: null,
    ...settings,
  };
  const reading = { todayOn: '2026-11-29', timeZone: 'Europe/Paris', language };
  const { sections } = summaryOf({ ...claim, ...changed }, file, sent, { company, reading } as unknown as Parameters<
    typeof summaryOf
  >[3]);
  return (title: string) => {
    const { rows, none: empty } = sections.find((section) => section.title === title)!;
    return rows.length === 0 ? [plain(empty)] : rows.map(({ label, text }) => plain(`${label}: ${text}`));
  };
}

describe('The summary of a case in litigation', () => {
  it('says what became of the registered letter', () => {
    expect(summarized()('Déroulement')).toEqual([
      '3 novembre 2026: Envoi R3 en lettre recommandée.',
      expect.stringMatching(/^3 novembre 2026: Courrier R3.* non réclamé/),
    ]);
  });

  it('tells that the amount or the due date was changed, and of no other correction', () => {
    const changed = (data: object) => ({ at: AT_NIGHT, kind: 'changed', data: { currency: 'EUR', ...data } });
    const amount = { fields: ['total_cents'], amountCents: 80_00, amountCentsBefore: 100_00 };
    const due = { fields: ['due_on'], dueOn: '2026-10-31', dueOnBefore: '2026-10-01' };
    const of = { history: [changed(amount), changed(due), changed({ fields: ['payment_url'] })] };
    expect(summarized(false, { ...none, ...of })('Déroulement')).toEqual([
      expect.stringMatching(/80,00 €.*100,00 €/),
      expect.stringMatching(/31 octobre 2026.*1er octobre 2026/),
    ]);
  });

  it('tells of a formal notice that a person posted without us, and not of what he noted for himself', () => {
    const completed = (data: object) => ({ at: AT_NIGHT, kind: 'completed', data });
    const notice = { level: 3, channel: 'letter', letterKind: 'registered', on: '2026-11-02', registeredNumber: '2C1' };
    const of = { history: [completed(notice), completed({ title: 'Rappeler le notaire' })] };
    expect(summarized(false, { ...none, ...of })('Déroulement')).toEqual([
      '3 novembre 2026: R3 : faite le 2 novembre 2026 (n° 2C1).',
    ]);
  });

  it('names the country of a debtor abroad alone, and no level of a case that was never reminded', () => {
    expect(summarized()('Débiteur')).toContain('Adresse: 1 rue Haute\n69001 Lyon');
    expect(summarized()('Créance')).toContain('Niveau atteint: R3');
    const abroad = { customer: { ...claim.customer, country: 'BE' }, level: 0 };
    const changed = summarized(false, none, abroad);
    expect(changed('Débiteur')).toContain('Adresse: 1 rue Haute\n69001 Lyon\nBELGIQUE');
    expect(changed('Créance')).toContain('Niveau atteint: Aucune relance');
  });

  it('says with its day that a level was reached before the claim was taken over, where no letter shows it', () => {
    const taken = { level: 1, initialLevel: 1, initialLevelOn: day('2026-10-08') };
    const said = summarized(false, { ...none, messages: [], history: [] }, taken);
    expect(said('Créance')).toEqual(
      expect.arrayContaining([
        'Niveau atteint: R1',
        'Niveau repris: R1 le 8 octobre 2026 (avant la reprise dans Relance)',
      ]),
    );
    expect(said('Courriers et courriels adressés')).toEqual(['Aucun depuis la reprise dans Relance.']);
    expect(said('Déroulement')).toEqual(['8 octobre 2026: Niveau R1 atteint avant la reprise dans Relance.']);
  });

  it('is English in the archive that is', () => {
    const taken = { level: 3, initialLevel: 1, initialLevelOn: day('2026-10-08') };
    const said = summarized(false, none, taken, {}, 'en');
    expect(said('Claim')).toEqual(
      expect.arrayContaining([
        'Invoice: F-1 of 1 September 2026',
        'Total incl. tax: €100.00',
        'Taken over at: R1 on 8 October 2026 (before it was taken over in Relance)',
        'Litigation: since 3 November 2026\nSans réponse',
      ]),
    );
    expect(said('Letters and e-mails sent')[0]).toContain('File: F-1-2026-11-03-R3-letter.pdf');
    const words = ['Debtor', 'Claim', 'What is claimed', 'Letters and e-mails sent', 'Course of events'].flatMap(said);
    expect(words.filter((line) => /\b(?:le|la|du|aucune?|facture|courrier|lettre)\b/i.test(line))).toEqual([]);
  });

  it('says what a payment in part pays first, where interest is claimed', () => {
    const owed = { ...{ customer: { ...claim.customer, kind: 'professional' } }, issuedOn: day('2026-01-01') };
    const late = { ...owed, dueOn: day('2026-06-01'), closedAs: null };
    const [, , , , , imputation] = summarized(false, none, late, {
      paymentImputation: 'interest_first',
      interestRates: [{ kind: 'ecb', semester: '2026-H2', basisPoints: 200, source: 'BCE' }],
    })('Décompte');
    expect(imputation).toBe(
      'Imputation: Les règlements partiels sont imputés d’abord sur les intérêts (C. civ. 1343-1).',
    );
  });

  it('tells a letter of the trial from one that was sent', () => {
    const [trial, sent] = [summarized(true), summarized()].map((of) => of('Courriers et courriels adressés')[0]);
    expect(trial).toContain('ESSAI – document sans valeur, non adressé');
    expect(sent).toContain('Mise en demeure');
    expect(sent).not.toMatch(/essai/i);
  });

  it('says until when the claim can be brought to court, counted anew from what the debtor has acknowledged', () => {
    expect(summarized()('Créance')).toContain(
      'Délai pour agir: Prescription : le 1er septembre 2028 au plus tôt (2 ans, consommateur), à compter de la facture du ' +
        '1er septembre 2026 ; le 1er octobre 2028 à compter de l’échéance du 1er octobre 2026.',
    );
    const paid = (on: string, reversedAt: Date | null) => ({
      ...{ reversedAt, allocatedAt: AT_NIGHT },
      payment: { paidOn: day(on), receivedAt: AT_NIGHT },
    });
    const promised = (at: string, outcome: string | null) => ({ kind: 'promise', outcome, sinceAt: new Date(at) });
    const allocations = [paid('2026-10-12', null), paid('2026-11-01', AT_NIGHT)];
    const holds = [promised('2026-10-20T10:00:00Z', 'withdrawn')];
    const said = summarized(false, { allocations, holds })('Créance').at(-1);
    expect(said).toMatch(/le 12 octobre 2028 \(2 ans, consommateur\), à compter du paiement du 12 octobre 2026\.$/);
    const broken = [...holds, promised('2026-10-31T23:30:00Z', 'broken')];
    expect(summarized(false, { allocations, holds: broken })('Créance').at(-1)).toContain(
      'à compter de la promesse du 1er novembre 2026 ; le 12 octobre 2028 sans promesse écrite.',
    );
  });

  it('has the creditor’s days, in its words and in the names of its files', () => {
    expect(summarized()('Créance')).toContain('Contentieux: depuis le 3 novembre 2026\nSans réponse');
    expect(summarized()('Courriers et courriels adressés')[0]).toContain('Fichier : F-1-2026-11-03-R3-lettre.pdf');
  });
});
