import type { LetterEventKind } from '../../domain/messages/letter-status.ts';

/**
 * Merci Facteur's `statut_courrier`; only those that add information. The `error` states are left out: the post may still
 * solve them, and a letter that cannot be delivered is reported again as `pnd`.
 */
const EVENTS: Readonly<Record<string, LetterEventKind>> = {
  wait: 'accepted',
  imprime: 'printed',
  pris_en_charge: 'deposited',
  scan_pdd: 'deposited',
  attente_au_guichet: 'first_presented',
  distribue: 'delivered',
  retour_are: 'signed',
  distribue_expediteur: 'returned',
  archivage_pnd: 'returned',
  // Electronic letters.
  envoye: 'deposited',
  accept_wait: 'awaiting_signature',
  accepted: 'signed',
  accepted_downloaded: 'signed',
  expired: 'unclaimed',
  refused: 'refused',
  accept_notification_error: 'undeliverable',
};

export const eventOfStatus = (status: string): LetterEventKind | null => EVENTS[status] ?? null;
