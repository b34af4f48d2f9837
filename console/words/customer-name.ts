import { useCallback } from 'react';
import { type Language, useLanguage } from './language.ts';
import { defineWords } from './words.ts';

/** A customer as an answer names him: the mark where he is only named, who erased him on his card. */
export interface NamedCustomer {
  name: string;
  erased?: boolean;
  erasure?: object | null;
}

const words = defineWords({ erased: 'Client effacé' }, { erased: 'Erased customer' });

/** What he is called. The API keeps one name for all who were erased, in French. */
export function customerName({ name, erased = false, erasure = null }: NamedCustomer, language: Language): string {
  return erased || erasure !== null ? words[language].erased : name;
}

/** `const nameOf = useCustomerName()`, in the page's language. */
export function useCustomerName(): (customer: NamedCustomer) => string {
  const { language } = useLanguage();
  return useCallback((customer) => customerName(customer, language), [language]);
}

/** What the customer of a row of the API's CSV is called. */
export const customerNameIn =
  (language: Language) =>
  ({ customer_name: name = '', customer_erased: erased }: Readonly<Record<string, string>>): string =>
    customerName({ name, erased: erased === 'true' }, language);

/** What a customer is called whose own row it is: of the list of customers, of the balance by age. */
export const ownNameIn =
  (language: Language) =>
  ({ name = '', erasure_erased_at: at, erased }: Readonly<Record<string, string>>): string =>
    customerName({ name, erased: erased === 'true' || Boolean(at) }, language);

/** An action in one line, as the API writes it with the name of its customer. */
export function textWithName(
  { text, customer }: { text: string; customer: NamedCustomer | null },
  language: Language,
): string {
  return customer ? text.replace(` – ${customer.name}`, () => ` – ${customerName(customer, language)}`) : text;
}
