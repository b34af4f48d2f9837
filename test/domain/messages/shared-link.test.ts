import { expect, it } from 'vitest';
import { sharedLink } from '../../../domain/messages/shared-link.ts';
import { anItem } from '../../letters/sample-content.ts';

const at = (paymentUrl: string | null) => anItem({ paymentUrl });

it('The address of a message is the one that all its invoices share, whatever credit notes stand beside them', () => {
  const note = anItem({ kind: 'credit_note', paymentUrl: 'https://pay.example/credit' });
  expect(sharedLink([at('https://pay.example/account'), at('https://pay.example/account'), note], 'paymentUrl')).toBe(
    'https://pay.example/account',
  );
  expect(sharedLink([at('https://pay.example/1'), at('https://pay.example/2')], 'paymentUrl')).toBeNull();
  expect(sharedLink([at('https://pay.example/1'), at(null)], 'paymentUrl')).toBeNull();
  expect(sharedLink([note], 'paymentUrl')).toBeNull();
  expect(sharedLink([], 'invoiceUrl')).toBeNull();
});
