import { Group, TextInput } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { Settings, SettingsChange } from './use-settings.ts';

const words = defineWords(
  {
    form: 'Forme juridique',
    formHint:
      'Mentions obligatoires du papier à lettres, imprimées au pied de chaque courrier et courriel. Entrepreneur individuel\u00a0: EI.',
    formPlaceholder: 'SARL, SAS, EI…',
    capital: 'Capital social',
    rcsCity: 'RCS de (ville)',
    vatNumber: 'N° de TVA',
  },
  {
    form: 'Legal form',
    formHint:
      'What French law wants on letters, printed at the foot of every letter and e-mail. Sole trader (entrepreneur individuel): EI.',
    formPlaceholder: 'SARL, SAS, EI…',
    capital: 'Share capital',
    rcsCity: 'RCS of (town)',
    vatNumber: 'VAT number',
  },
);

export interface Legal {
  form: string;
  capitalCents: number | null;
  rcsCity: string;
  vatNumber: string;
}

export const legalOf = ({ company }: Settings): Legal => ({
  form: company.legal_form ?? '',
  capitalCents: company.share_capital_cents,
  rcsCity: company.rcs_city ?? '',
  vatNumber: company.vat_number ?? '',
});

export const legalChange = ({ form, capitalCents, rcsCity, vatNumber }: Legal): SettingsChange['company'] => ({
  legal_form: form.trim() || null,
  share_capital_cents: capitalCents,
  rcs_city: rcsCity.trim() || null,
  vat_number: vatNumber.trim() || null,
});

interface LegalFieldsProps {
  value: Legal;
  onChange: (legal: Legal) => void;
  error: Error | null;
}

/** What the law requires a company to state on its letters. */
export function LegalFields({ value, onChange, error }: LegalFieldsProps) {
  const w = useWords(words);
  const text = (field: 'form' | 'rcsCity' | 'vatNumber', pointer: string) => ({
    label: w[field],
    value: value[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [field]: event.currentTarget.value }),
    error: faultOf(error, pointer),
  });
  return (
    <>
      <TextInput {...text('form', '/company/legal_form')} description={w.formHint} placeholder={w.formPlaceholder} />
      <Group gap="sm" align="flex-start" grow>
        <AmountInput
          label={w.capital}
          cents={value.capitalCents}
          onChange={(capitalCents) => onChange({ ...value, capitalCents })}
          currency="EUR"
          error={faultOf(error, '/company/share_capital_cents')}
        />
        <TextInput {...text('rcsCity', '/company/rcs_city')} />
        <TextInput {...text('vatNumber', '/company/vat_number')} />
      </Group>
    </>
  );
}
