import { expect, it } from 'vitest';
import {
  callsTable,
  disputesTable,
  historyTable,
  paymentsTable,
  promisesTable,
} from '../../api/exports/case-tables.ts';
import { lettersTable } from '../../api/exports/case-letters.ts';
import { type Table, tableText } from '../../api/exports/table-text.ts';
import type { CaseFile } from '../../facts/exports/litigation-case.ts';

// A person who takes over a case opens its tables in a spreadsheet: a French lawyer reads French headings, dates and amounts.

/** Half past midnight of 3 November in Paris. */
const AT = new Date('2026-11-02T23:30:00.000Z');
const DAY = new Date('2026-11-05T00:00:00Z');
const promise = {
  ...{ kind: 'promise', sinceAt: AT, amountCents: 680_50, untilOn: DAY, comment: '=1+1' },
  endedAt: null,
};
const proof = { evidenceKind: 'written', evidenceOn: DAY };
const allocation = { amountCents: -680_50, allocatedAt: AT, reversedAt: null, payment: null };
const file = {
  holds: [
    { ...promise, ...proof, outcome: 'broken' },
    { ...promise, kind: 'dispute', reason: 'Rapport ; incomplet', outcome: null },
  ],
  allocations: [{ ...allocation, creditNote: { number: 'AV-1', issuedOn: DAY } }],
  history: [{ at: AT, kind: 'call', actorName: 'Nadia', data: { outcome: 'voicemail', comment: 'Rappeler' } }],
} as unknown as CaseFile;
const message = {
  ...{ id: 'm', sentAt: AT, level: 3, kind: 'letter', letterKind: 'registered', status: 'unclaimed', test: true },
  provider: 'person',
  ...{ recipients: ['a@x.fr', 'b@x.fr'], subject: 'Mise en demeure', pdfSha256: '0f', action: null, content: null },
};
const named = { message, html: null, text: null, pdf: 'F-1-lettre.pdf', attachments: [], proofs: [] };
const sent = [named] as unknown as Parameters<typeof lettersTable>[0];

const told = (of: Table, language: 'fr' | 'en') =>
  tableText(of, { language, timeZone: 'Europe/Paris', currency: 'EUR' }).trimEnd().split('\r\n');

it('The tables of a French export have French headings, words, days and amounts, as a French spreadsheet opens them', () => {
  expect(told(promisesTable(file), 'fr')).toEqual([
    '\u{FEFF}Faite le;Montant;Promis pour le;Commentaire;Suite;Close le;Preuve;Preuve reçue le',
    "03/11/2026 00:30;680,50;05/11/2026;'=1+1;non tenue;;écrit;05/11/2026",
  ]);
  expect(told(disputesTable(file), 'fr')[1]).toBe('03/11/2026 00:30;"Rapport ; incomplet";\'=1+1;680,50;en cours;');
  expect(told(paymentsTable(file), 'fr')[1]).toBe('avoir;AV-1;05/11/2026;-680,50;;03/11/2026 00:30;;');
  expect(told(callsTable(file), 'fr')[1]).toBe('03/11/2026 00:30;Nadia;message laissé sur le répondeur;Rappeler');
  expect(told(historyTable(file, 'fr'), 'fr')).toEqual([
    '\u{FEFF}Le;Par;Ce qui s’est passé',
    expect.stringMatching(/^03\/11\/2026 00:30;Nadia;.*répondeur/),
  ]);
  expect(told(lettersTable(sent), 'fr')[1]).toContain(
    'm;03/11/2026 00:30;R3;courrier;lettre recommandée avec avis de réception;avisé, non réclamé;oui;"a@x.fr\u00a0; b@x.fr";Mise en demeure;',
  );
  expect(told(lettersTable(sent), 'fr')[1]).toContain(';remis à la main;');
});

it('The tables of an English export stand under the API’s names, with cents and instants, as a program reads them', () => {
  expect(told(promisesTable(file), 'en')).toEqual([
    'made_at,amount_cents,promised_on,comment,outcome,ended_at,evidence,evidence_received_on',
    "2026-11-02T23:30:00.000Z,68050,2026-11-05,'=1+1,broken,,written,2026-11-05",
  ]);
  expect(told(historyTable(file, 'en'), 'en')[0]).toBe('at,kind,by,text');
  expect(told(lettersTable(sent), 'en')[1]).toContain(',3,letter,registered,unclaimed,true,"a@x.fr; b@x.fr",');
});
