import { useCallback } from 'react';
import { type Language, useLanguage } from './language.ts';
import { defineWords } from './words.ts';

/** A customer in an answer of the API: `erased` where the customer is only named, `erasure` on the card. */
export interface NamedCustomer {
  name: string;
  erased?: boolean;
  erasure?: object | null;
}

const words = defineWords({ erased: 'Client effacé' }, { erased: 'Erased customer' });

/** The name to show. The API stores one French name for all erased customers. */
export function customerName({ name, erased = false, erasure = null }: NamedCustomer, language: Language): string {
  return erased || erasure !== null ? words[language].erased : name;
}

/** `const nameOf = useCustomerName()`, in the language of the page. */
export function useCustomerName(): (customer: NamedCustomer) => string {
  const { language } = useLanguage();
  return useCallback((customer) => customerName(customer, language), [language]);
}

/** The name of the customer in a row of the API's CSV. */
export const customerNameIn =
  (language: Language) =>
  ({ customer_name: name = '', customer_erased: erased }: Readonly<Record<string, string>>): string =>
    customerName({ name, erased: erased === 'true' }, language);

/** The name in a row that is a customer, in the list of customers or the aged balance. */
export const ownNameIn =
  (language: Language) =>
  ({ name = '', erasure_erased_at: at, erased }: Readonly<Record<string, string>>): string =>
    customerName({ name, erased: erased === 'true' || Boolean(at) }, language);

/** The API's one-line text of an action, with the name of its customer. */
export function textWithName(
  { text, customer }: { text: string; customer: NamedCustomer | null },
  language: Language,
): string {
  return customer ? text.replace(` – ${customer.name}`, () => ` – ${customerName(customer, language)}`) : text;
}
