import { describe, expect, it } from 'vitest';
import { alarmsOf, type Claim, limitation } from '../../../domain/limitation/limitation.ts';
import { alarmInEnglish, alarmTitle, limitationText } from '../../../domain/limitation/limitation-text.ts';
import { plain } from '../plain.ts';

const aClaim = (change: Partial<Claim> = {}): Claim => ({
  ...{ debtor: 'consumer', issuedOn: '2026-03-12', dueOn: '2026-04-11', acknowledgements: [] },
  ...change,
});
const said = (change: Partial<Claim> = {}, todayOn = '2026-11-22', language: 'fr' | 'en' = 'fr') =>
  plain(limitationText(limitation(aClaim(change)), todayOn, language));
const title = (change: Partial<Claim> = {}, todayOn = '2027-12-13') => {
  const of = limitation(aClaim(change));
  return plain(alarmTitle(of, alarmsOf(of)[0], todayOn));
};

describe('The sentence on a claim’s limitation', () => {
  it('gives the earliest day and what it is counted from, then the other', () => {
    expect(said()).toBe(
      'Prescription : le 12 mars 2028 au plus tôt (2 ans, consommateur), à compter de la facture du 12 mars 2026 ; ' +
        'le 11 avril 2028 à compter de l’échéance du 11 avril 2026.',
    );
    expect(said({ debtor: 'public' })).toBe(
      'Prescription : le 31 décembre 2030 (4 ans à compter du 1er janvier suivant, personne publique, loi du 31 décembre 1968), ' +
        'à compter de la facture du 12 mars 2026.',
    );
  });

  it('names the payment in doubt, with what holds if it acknowledges nothing', () => {
    const change: Partial<Claim> = { acknowledgements: [{ kind: 'payment', on: '2027-01-05', isArguable: true }] };
    expect(said(change)).toBe(
      'Prescription : le 5 janvier 2029 (2 ans, consommateur), à compter du paiement du 5 janvier 2027 ; le 12 mars 2028 si le ' +
        'paiement affecté après coup, ou d’un tiers, ne vaut pas reconnaissance.',
    );
    expect(title(change)).toMatch(
      /^Prescription le 12 mars 2028 si le paiement affecté après coup, ou d’un tiers, ne vaut pas reconnaissance : agir/,
    );
  });

  it('names the payment that started it anew, or the promise, with what holds unless that is in writing', () => {
    expect(said({ acknowledgements: [{ kind: 'payment', on: '2027-01-05' }] })).toBe(
      'Prescription : le 5 janvier 2029 (2 ans, consommateur), à compter du paiement du 5 janvier 2027.',
    );
    expect(said({ debtor: 'professional', acknowledgements: [{ kind: 'promise', on: '2027-02-01' }] })).toBe(
      'Prescription : le 1er février 2032 (5 ans, professionnel), à compter de la promesse du 1er février 2027 ; ' +
        'le 12 mars 2031 sans promesse écrite.',
    );
  });

  it('names a promise that is in writing as such, with nothing beside it', () => {
    const acknowledgements = [{ kind: 'promise', on: '2027-02-01', isWritten: true }] as const;
    expect(said({ debtor: 'professional', acknowledgements })).toBe(
      'Prescription : le 1er février 2032 (5 ans, professionnel), à compter de la promesse écrite du 1er février 2027.',
    );
    expect(said({ acknowledgements }, '2027-03-01', 'en')).toMatch(/from the written promise of 1 February 2027\.$/);
  });

  it('says since when it is time-barred, from which day that holds, and that only the debtor may say so', () => {
    const earliest =
      'Créance prescrite depuis le 13 mars 2028 (2 ans, consommateur), à compter de la facture du 12 mars 2026 ;';
    const only = 'Au débiteur seul de l’invoquer : rien n’est arrêté pour autant.';
    expect(said({}, '2028-03-12')).toMatch(/^Prescription :/);
    expect(said({}, '2028-03-13')).toBe(
      `${earliest} le 11 avril 2028 à compter de l’échéance du 11 avril 2026. ${only}`,
    );
    expect(said({}, '2028-04-11')).toContain('; le 11 avril 2028 à compter');
    expect(said({}, '2028-04-12')).toBe(
      `${earliest} depuis le 12 avril 2028 à compter de l’échéance du 11 avril 2026. ${only}`,
    );
  });

  it('is in English for who reads English', () => {
    expect(said({}, '2026-11-22', 'en')).toBe(
      'Time-barred after 12 March 2028 at the earliest (2 years, consumer), counted from the invoice of 12 March 2026; ' +
        'after 11 April 2028 counted from the due date of 11 April 2026.',
    );
    expect(said({ acknowledgements: [{ kind: 'payment', on: '2027-01-05' }] }, '2026-11-22', 'en')).toBe(
      'Time-barred after 5 January 2029 (2 years, consumer), counted from the payment of 5 January 2027.',
    );
    expect(said({ acknowledgements: [{ kind: 'promise', on: '2027-01-05' }] }, '2029-01-06', 'en')).toBe(
      'Time-barred since 6 January 2029 (2 years, consumer), counted from the promise of 5 January 2027; ' +
        'since 13 March 2028 unless the promise is in writing. Only the debtor may invoke it: nothing is stopped by it.',
    );
  });
});

describe('The task before a claim is time-barred', () => {
  it('says what interrupts it, which a formal notice does not', () => {
    expect(title()).toBe(
      'Prescription le 12 mars 2028 au plus tôt : agir en justice ou obtenir une reconnaissance écrite ' +
        '(une mise en demeure ne suffit pas)',
    );
    expect(title({}, '2028-03-12')).toMatch(/^Prescription le 12 mars 2028 au plus tôt :/);
    expect(title({}, '2028-03-13')).toMatch(/^Créance prescrite depuis le 13 mars 2028 au plus tôt : agir en justice/);
  });

  it('names the end that no promise has put off, unless it is in writing', () => {
    expect(title({ acknowledgements: [{ kind: 'promise', on: '2027-01-05' }] })).toMatch(
      /^Prescription le 12 mars 2028 sans promesse écrite : agir en justice ou obtenir une reconnaissance écrite/,
    );
  });

  it('and that a written request is enough for a public body', () => {
    expect(title({ debtor: 'public' })).toBe(
      'Prescription le 31 décembre 2030 : réclamer le paiement par écrit ou agir en justice',
    );
  });
});

describe('The title of the alarm', () => {
  it.each([
    [{}, '2027-12-13', /^Claim time-barred after 12 March 2028 at the earliest: go to court or obtain an acknow/],
    [{}, '2028-06-01', /^Claim time-barred since 13 March 2028 at the earliest: go to court/],
    [
      { debtor: 'public' },
      '2030-01-01',
      /^Claim time-barred after 31 December 2030: claim payment in writing or go to court$/,
    ],
    [
      { debtor: 'professional', acknowledgements: [{ kind: 'promise', on: '2027-02-01' }] },
      '2030-12-01',
      /^Claim time-barred after 12 March 2031 unless the promise is in writing: go to court/,
    ],
  ] as [Partial<Claim>, string, RegExp][])('is said again in English: %j', (change, todayOn, said) => {
    expect(plain(alarmInEnglish(title(change, todayOn)) ?? '')).toMatch(said);
  });

  it('is told from what a person typed', () => {
    expect(alarmInEnglish('Prescription le 12 mars ?')).toBeNull();
  });
});
