import type { OutgoingEmail } from '../../providers/email/port.ts';

/** A reminder as the message workflow hands it over: with accents, a narrow space and a PDF. */
export function sampleEmail(changes: Partial<OutgoingEmail> = {}): OutgoingEmail {
  return {
    from: 'Cabinet Durand <relances@durand.example>',
    to: ['claire.petit@client.example'],
    subject: 'Première relance : facture F-2026-001 — 1 234,56 €',
    html: '<p>Solde : 1 234,56 €</p>',
    text: 'Solde : 1 234,56 €',
    attachments: [
      { filename: 'relance.pdf', contentType: 'application/pdf', content: new TextEncoder().encode('%PDF-1.7 é') },
    ],
    tags: [{ name: 'message_id', value: '0199-aaaa' }],
    idempotencyKey: 'message-0199-aaaa',
    ...changes,
  };
}

/** A signal that is never aborted. */
export function noAbort(): AbortSignal {
  return new AbortController().signal;
}
