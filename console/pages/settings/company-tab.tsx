import { Group, type InputWrapperProps, Stack, TextInput } from '@mantine/core';
import { addressOf, type TypedAddress, typedAddress } from '../../address/address.ts';
import { AddressFields } from '../../address/address-fields.tsx';
import { faultOf } from '../../api/problem.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { SaveBar } from '../../states/save-bar.tsx';
import type { Saved } from '../../states/use-draft.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { type Legal, legalChange, LegalFields, legalOf } from './legal-fields.tsx';
import { LogoBlock } from './logo-block.tsx';
import { type Settings, type SettingsChange, useSavedPart, useSettingsDraft } from './use-settings.ts';

const words = defineWords(
  {
    name: 'Nom de la société',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    siret: 'SIRET',
    siretHint: '14 chiffres',
    iban: 'IBAN',
    bic: 'BIC',
    bankHint:
      'Imprimés sous chaque relance, avec un QR code de virement\u00a0; #iban et #bic les placent dans le texte.',
    rate: 'Taux des pénalités de retard, tel qu’il est écrit dans les relances',
    rateHint:
      'Entre professionnels seulement, jamais pour un particulier. Le même que celui du calcul, dans «\u00a0Pénalités de retard\u00a0».',
    ratePlaceholder: 'taux de refinancement de la BCE majoré de 10 points',
    creditor: 'Créancier représenté\u00a0: nom et adresse',
    creditorHint:
      'Seulement si vous recouvrez pour le compte d’un autre\u00a0: chaque lettre et chaque courriel portent alors les mentions de l’article R124-4 du CPCE.',
    mandate: 'Mandat écrit du',
    save: 'Enregistrer la société',
  },
  {
    name: 'Name of the company',
    email: 'E-mail address',
    phone: 'Telephone',
    siret: 'SIRET',
    siretHint: '14 digits',
    iban: 'IBAN',
    bic: 'BIC',
    bankHint: 'Printed under every reminder, with a QR code to transfer; #iban and #bic place them within the text.',
    creditor: 'Creditor represented: name and address',
    creditorHint:
      'Only if you collect another’s claims: every letter and e-mail then carries the mentions of article R124-4 CPCE.',
    mandate: 'Written mandate of',
    rate: 'Late penalty rate, as reminders say it',
    rateHint:
      'Between professionals only, never for a private person. The same as the one reckoned with, under “Late interest”.',
    ratePlaceholder: 'ECB refinancing rate plus 10 points',
    save: 'Save the company',
  },
);

/** So that a field and the one beside it, which has no hint, are at one height. */
const HINT_BELOW: NonNullable<InputWrapperProps['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

interface Company {
  name: string;
  email: string;
  phone: string;
  siret: string;
  legal: Legal;
  address: TypedAddress;
  iban: string;
  bic: string;
  rate: string;
  creditor: string;
  mandateOn: string | null;
}

const partOf = (settings: Settings): Company => {
  const { company, address, iban, bic, late_penalty_rate_text: rate, acts_for } = settings;
  return {
    ...{ name: company.name, email: company.email, phone: company.phone },
    siret: company.siret ?? '',
    legal: legalOf(settings),
    address: typedAddress(address),
    iban: iban ?? '',
    bic: bic ?? '',
    rate: rate ?? '',
    creditor: acts_for?.creditor ?? '',
    mandateOn: acts_for?.mandate_on ?? null,
  };
};

const changeOf = ({ name, email, phone, siret, legal, address, iban, bic, rate, ...of }: Company): SettingsChange => ({
  company: { name, email, phone, siret: siret.trim() || null, ...legalChange(legal) },
  address: addressOf(address),
  iban: iban.trim() || null,
  bic: bic.trim() || null,
  late_penalty_rate_text: rate.trim() || null,
  acts_for: of.creditor.trim() ? { creditor: of.creditor.trim(), mandate_on: of.mandateOn ?? '' } : null,
});

/** The sender of letters: name, address, bank details, logo. */
export function CompanyTab() {
  const { saved, error, retry } = useSavedPart(partOf);
  if (!saved) return error ? <Failed error={error} retry={retry} /> : <Loading />;
  return (
    <Stack gap="xl">
      <CompanyForm saved={saved} />
      <LogoBlock />
    </Stack>
  );
}

function CompanyForm({ saved }: { saved: Saved<Company> }) {
  const w = useWords(words);
  const { draft, saving } = useSettingsDraft(saved, changeOf);
  const { value, set } = draft;
  const { todayOn } = useFormats();
  const { error } = saving;
  const text = (
    field: 'name' | 'email' | 'phone' | 'siret' | 'iban' | 'bic' | 'rate' | 'creditor',
    pointer: string,
  ) => ({
    label: w[field],
    value: value[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
    error: faultOf(error, pointer),
  });
  return (
    <Stack gap="sm" maw={640}>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput {...text('name', '/company/name')} flex={1} required />
        <TextInput {...text('siret', '/company/siret')} w={190} aria-description={w.siretHint} />
      </Group>
      <Group gap="sm" align="flex-start" grow>
        <TextInput {...text('email', '/company/email')} type="email" required />
        <TextInput {...text('phone', '/company/phone')} type="tel" required />
      </Group>
      <AddressFields value={value.address} onChange={(address) => set({ address })} error={error} required />
      <LegalFields value={value.legal} onChange={(legal) => set({ legal })} error={error} />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput {...text('iban', '/iban')} flex={1} description={w.bankHint} inputWrapperOrder={HINT_BELOW} />
        <TextInput {...text('bic', '/bic')} w={190} />
      </Group>
      <TextInput
        {...text('rate', '/late_penalty_rate_text')}
        description={w.rateHint}
        placeholder={w.ratePlaceholder}
        maxLength={300}
      />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          {...text('creditor', '/acts_for/creditor')}
          description={w.creditorHint}
          inputWrapperOrder={HINT_BELOW}
          maxLength={300}
          flex={1}
        />
        {value.creditor.trim() !== '' && (
          <DayInput
            label={w.mandate}
            value={value.mandateOn}
            onChange={(mandateOn) => set({ mandateOn })}
            maxOn={todayOn}
            required
            error={faultOf(error, '/acts_for/mandate_on')}
          />
        )}
      </Group>
      <SaveBar
        draft={draft}
        saved={saved}
        save={() => saving.mutate(undefined)}
        isSaving={saving.isPending}
        error={error}
        label={w.save}
      />
    </Stack>
  );
}
