import type { ShippedTemplate } from './shipped-template.ts';

/** The folder of a default template: together with the templates that serve the same purpose. */
export function shippedFolder({ kind, purpose }: Pick<ShippedTemplate, 'kind' | 'purpose'>): string {
  if (kind === 'statement') return 'États d’impayés';
  if (purpose === 'internal') return 'Messages internes';
  if (purpose === 'acknowledgement') return 'Réponses et accusés';
  return kind === 'sms' ? 'SMS' : 'Relances';
}
