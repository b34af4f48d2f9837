import { Text } from '@mantine/core';
import { useSettings } from '../case/case-data.ts';
import { useLanguage } from '../words/language.ts';
import { type Address, shownAddress } from './address.ts';

/** An address as it stands on an envelope that the company sends. */
export function AddressText({ address }: { address: Address }) {
  const { language } = useLanguage();
  const { data: settings } = useSettings();
  const ownCountry = settings?.address.country ?? null;
  return <Text style={{ whiteSpace: 'pre-line' }}>{shownAddress(address, { ownCountry, language }).join('\n')}</Text>;
}
