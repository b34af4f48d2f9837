import type { OutgoingLetter } from '../../providers/print/port.ts';

export const REFERENCE = '0199c0de-7a11-7000-8000-00000000beef';

/** A registered letter as the message workflow hands it over. */
export const sampleLetter = (changes: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  reference: REFERENCE,
  kind: 'registered',
  pdf: new TextEncoder().encode('%PDF-1.7 mise en demeure'),
  sender: {
    name: 'Cabinet Durand',
    isCompany: true,
    lines: ['9 allée de la Rose'],
    postalCode: '78000',
    city: 'Versailles',
    country: 'FR',
    email: 'compta@durand.example',
  },
  recipient: {
    name: 'Joël Martin',
    isCompany: false,
    lines: ['Entrée B', '33 allée de la Pâquerette'],
    postalCode: '75015',
    city: 'Paris',
    country: 'FR',
    email: null,
  },
  consent: true,
  title: 'Courrier de Cabinet Durand',
  isRetry: false,
  isUnsure: false,
  ...changes,
});
