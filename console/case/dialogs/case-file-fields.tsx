import { Group, TextInput } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { ThirdPartySelect } from '../../choose/third-party-select.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    reference: 'Référence du dossier',
    mission: 'Mission',
    report: 'Rapport',
    invoice: 'Facture',
    referrer: 'Prescripteur',
    notary: 'Notaire',
    invoiceUrl: 'Lien de la facture',
    paymentUrl: 'Lien de paiement',
  },
  {
    reference: 'Reference of the case file',
    mission: 'Mission',
    report: 'Report',
    invoice: 'Invoice',
    referrer: 'Referrer',
    notary: 'Notary',
    invoiceUrl: 'Link to the invoice',
    paymentUrl: 'Payment link',
  },
);

/** The case file and the links of an invoice, as typed. An empty field means none. */
export interface TypedFile {
  reference: string;
  mission: string;
  report: string;
  invoice: string;
  referrerId: string | null;
  notaryId: string | null;
  invoiceUrl: string;
  paymentUrl: string;
}

interface CaseFileFieldsProps {
  typed: TypedFile;
  set: (part: Partial<TypedFile>) => void;
  error: unknown;
}

/** Fields of the case file: its reference, the referrer, the notary, and links to the invoice and to its payment. */
export function CaseFileFields({ typed, set, error }: CaseFileFieldsProps) {
  const w = useWords(words);
  const text = (
    name: 'reference' | 'mission' | 'report' | 'invoice' | 'invoiceUrl' | 'paymentUrl',
    pointer: string,
  ) => ({
    label: w[name],
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    error: faultOf(error, pointer),
  });
  return (
    <>
      <Group grow align="flex-start">
        <TextInput {...text('reference', '/case_file/reference')} maxLength={100} />
        <TextInput {...text('mission', '/case_file/mission')} maxLength={200} />
      </Group>
      <Group grow align="flex-start">
        <TextInput {...text('report', '/case_file/report_status')} maxLength={60} />
        <TextInput {...text('invoice', '/case_file/invoice_status')} maxLength={60} />
      </Group>
      <Group grow align="flex-start">
        <ThirdPartySelect label={w.referrer} value={typed.referrerId} onChange={(referrerId) => set({ referrerId })} />
        <ThirdPartySelect label={w.notary} value={typed.notaryId} onChange={(notaryId) => set({ notaryId })} />
      </Group>
      <TextInput {...text('invoiceUrl', '/invoice_url')} type="url" maxLength={2000} />
      <TextInput {...text('paymentUrl', '/payment_url')} type="url" maxLength={2000} />
    </>
  );
}
