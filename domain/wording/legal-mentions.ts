import { formatAmount } from '../format/amount.ts';
import { fieldText } from '../format/printable.ts';
import type { CompanyContent } from '../reminder-content.ts';

const SOLE_TRADER = /^(EI|entrepreneure? individuel(le)?)$/iu;

/** A company's name as its letters must show it: a sole trader's name needs « EI » (C. com. R526-27). */
export function nameWithStatus({ name, legal }: Pick<CompanyContent, 'name' | 'legal'>): string {
  const shown = fieldText(name, 80);
  const isSaid = /(^|[^\p{L}])EI([^\p{L}]|$)|entrepreneure? individuel/u.test(shown);
  return isSoleTrader(legal) && !isSaid ? `${shown} EI` : shown;
}

/**
 * Form and capital, SIRET, trade register and VAT number, in the order in which a letter states them (C. com. R123-237,
 * R123-238).
 */
export function legalMentions({ siret, legal }: Pick<CompanyContent, 'siret' | 'legal'>): string[] {
  const number = fieldText(siret, 20);
  const city = fieldText(legal?.rcsCity, 60);
  const siren = number.replace(/\s/g, '').slice(0, 9);
  const vat = fieldText(legal?.vatNumber, 20);
  return [
    formAndCapital(legal),
    number === '' ? '' : `SIRET ${number}`,
    city === '' ? '' : `RCS ${city} ${siren.replace(/(\d{3})(?=\d)/g, '$1 ')}`.trim(),
    vat === '' ? '' : `TVA ${vat}`,
  ].filter((part) => part !== '');
}

function formAndCapital(legal: CompanyContent['legal']): string {
  const form = isSoleTrader(legal) ? '' : fieldText(legal?.form, 80);
  if (!legal?.capitalCents) return form;
  const capital = formatAmount(legal.capitalCents, 'EUR', 'fr').replace(/,00(?=\s)/u, '');
  return `${form === '' ? 'Société' : form} au capital de ${capital}`;
}

const isSoleTrader = (legal: CompanyContent['legal']): boolean => SOLE_TRADER.test(legal?.form?.trim() ?? '');
