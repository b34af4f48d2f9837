import type { ShippedTemplate } from './shipped-template.ts';

/** In which folder a shipped template stands: with those that are chosen from for the same thing. */
export function shippedFolder({ kind, purpose }: Pick<ShippedTemplate, 'kind' | 'purpose'>): string {
  if (kind === 'statement') return 'États d’impayés';
  if (purpose === 'internal') return 'Messages internes';
  if (purpose === 'acknowledgement') return 'Réponses et accusés';
  return kind === 'sms' ? 'SMS' : 'Relances';
}
