import { describe, expect, it } from 'vitest';
import {
  type ChannelChoice,
  type Connectors,
  connectorsOfCreditor,
  goesByPrintProvider,
  isFollowed,
  stillByProvider,
} from '../../../domain/messages/connectors.ts';
import { offeredBy } from '../../../providers/print/offers.ts';

const LETTER = { kind: 'letter', letterKind: 'registered' } as const;
const BOTH: ChannelChoice = { isLive: true, printEnabled: true, smsEnabled: true };
const real = offeredBy('merci_facteur', 'brevo');
const mailbox = offeredBy('mailbox', 'mailbox');
const leaves = (connectors: Connectors) => [goesByPrintProvider(connectors, LETTER), connectors.sms !== null];

describe('What a creditor has of the installation’s providers', () => {
  it('is all of it, unless he switched one off: the other stays', () => {
    expect(leaves(connectorsOfCreditor(real, BOTH))).toEqual([true, true]);
    expect(leaves(connectorsOfCreditor(real, { ...BOTH, printEnabled: false }))).toEqual([false, true]);
    expect(leaves(connectorsOfCreditor(real, { ...BOTH, smsEnabled: false }))).toEqual([true, false]);
  });

  it('is the local mailbox on trial alone: of one that is live nothing is taken for printed or sent', () => {
    expect(leaves(connectorsOfCreditor(mailbox, { ...BOTH, isLive: false }))).toEqual([true, true]);
    expect(leaves(connectorsOfCreditor(mailbox, BOTH))).toEqual([false, false]);
    expect(leaves(connectorsOfCreditor(real, { ...BOTH, isLive: false }))).toEqual([true, true]);
  });

  it('still tells what became of the letters that it took before it was switched off', () => {
    const off = connectorsOfCreditor(real, { ...BOTH, printEnabled: false });
    expect(isFollowed(off, { viaPrintProvider: true, provider: 'merci_facteur', test: false })).toBe(true);
  });

  it('is nothing where the installation has none', () => {
    expect(connectorsOfCreditor(offeredBy(null, null), BOTH)).toEqual({ print: null, sms: null });
  });
});

it('the local mailbox takes the letters that a provider takes, and no qualified electronic one', () => {
  const takes = (['simple', 'registered', 'ere_simple', 'lre_qualified'] as const).map((letterKind) =>
    goesByPrintProvider(mailbox, { kind: 'letter', letterKind }),
  );
  expect(takes).toEqual([true, true, true, false]);
});

describe('What a letter is made anew with, once its creditor has switched the print provider off,', () => {
  const off = connectorsOfCreditor(real, { ...BOTH, printEnabled: false });
  const made = { kind: 'letter', letterKind: 'simple', viaPrintProvider: true, provider: 'merci_facteur' } as const;
  const goes = (connectors: Connectors | undefined, letterKind: 'simple' | 'registered') =>
    goesByPrintProvider(connectors, { kind: 'letter', letterKind });

  it('is the provider that it was prepared for: a simple letter waits, it is not taken for printed', () => {
    expect(goes(stillByProvider(off, made), 'simple')).toBe(true);
    expect(goes(stillByProvider(offeredBy(null, null), made), 'simple')).toBe(true);
    expect(goes(stillByProvider(undefined, { ...made, letterKind: null }), 'simple')).toBe(true);
    expect(stillByProvider(real, made)).toBe(real);
  });

  it('is nothing for a person’s letter, and for a registered one, which a person posts', () => {
    expect(stillByProvider(off, { ...made, viaPrintProvider: false })).toBe(off);
    expect(goes(stillByProvider(off, { ...made, letterKind: 'registered' }), 'registered')).toBe(false);
    expect(goes(stillByProvider(off, made), 'registered')).toBe(false);
    expect(stillByProvider(off, { ...made, kind: 'email', letterKind: null })).toBe(off);
  });
});
