import { expect, it } from 'vitest';
import { whyNotLeft } from '../../console/messages/why-not-left.ts';
import { CANCEL_REASONS } from '../../domain/messages/cancel-reasons.ts';

const why = (status: string, failure_detail: string | null, language: 'fr' | 'en' = 'fr') =>
  whyNotLeft({ status: status as 'failed', failure_detail }, language)?.replaceAll('\u00a0', ' ') ?? null;

it('of a message that was withdrawn the reason is said, and never as its code', () => {
  expect(why('cancelled', 'outside_send_hours')).toBe('Retiré avant l’envoi : ce n’était plus l’heure des envois.');
  expect(why('cancelled', 'held_dispute')).toBe('Retiré avant l’envoi : le dossier est suspendu (litige).');
  expect(why('cancelled', 'closed_paid', 'en')).toBe('Withdrawn before it left: the invoice is paid.');
  expect(why('cancelled', 'a_reason_of_tomorrow')).toBe('Retiré avant l’envoi.');
});

it.each(CANCEL_REASONS)('why the product took a message back is said in either language: %s', (reason) => {
  expect(why('cancelled', reason)).toMatch(/^Retiré avant l’envoi : [^_]+\.$/);
  expect(why('cancelled', reason, 'en')).toMatch(/^Withdrawn before it left: [^_]+\.$/);
});

it('what the provider says of a failure stays in its words, as its answer; our own words stand alone', () => {
  expect(why('failed', 'Invalid `to` field')).toBe('Réponse du prestataire : Invalid `to` field');
  expect(why('failed', 'le client n’a pas d’adresse.')).toBe('Le client n’a pas d’adresse.');
  expect(why('failed', 'son contenu n’a pas pu être lu.')).toBe('Son contenu n’a pas pu être lu.');
  expect(why('sent', null)).toBeNull();
});
