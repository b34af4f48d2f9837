import { addressOf, isEmptyAddress, typedAddress } from '../address/address.ts';
import type { Schema } from '../api/client.ts';

export const LANGUAGES = ['fr', 'en'] as const;

/** The form's values for a referrer or a notary, empty without `party`. */
export const typedCard = (party: Schema<'ThirdParty'> | undefined) => ({
  name: party?.name ?? '',
  reference: party?.reference ?? '',
  email: party?.email ?? '',
  professional: party?.professional ?? true,
  language: LANGUAGES.find((one) => one === party?.language) ?? 'fr',
  address: typedAddress(party?.address ?? null),
});

export type TypedCard = ReturnType<typeof typedCard>;

/** Converts the form's values to the body of the API. */
export const cardBody = ({ name, reference, email, professional, language, address }: TypedCard) => ({
  name,
  reference: reference.trim() || null,
  email: email.trim() || null,
  professional,
  language,
  address: isEmptyAddress(address) ? null : addressOf(address),
});
