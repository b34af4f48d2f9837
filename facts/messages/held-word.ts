import type { Language } from '../../domain/reminder-content.ts';
import type { HoldKind } from '../../prisma/generated/client.ts';

const WORDS: Record<HoldKind, Record<Language, string>> = {
  litigation: { fr: 'contentieux', en: 'litigation' },
  dispute: { fr: 'litige en cours', en: 'in dispute' },
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  pause: { fr: 'suspendu', en: 'on hold' },
  customer_pause: { fr: 'suspendu', en: 'on hold' },
  specific_action: { fr: 'suivi particulier', en: 'handled separately' },
};

/** Why an item is held, as its debtor reads it in a table of items. */
export function heldWord(kind: HoldKind, language: Language): string {
  return WORDS[kind][language];
}
