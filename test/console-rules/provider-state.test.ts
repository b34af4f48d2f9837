import { expect, it } from 'vitest';
import { isInMailbox, providerState } from '../../console/pages/settings/provider-state.ts';

// What « Prestataires » says about who sends letters and SMS.

const state = (provider: string | null, live: boolean, isUsed = true) => providerState(provider, { isUsed, live });

it('of a company on trial a real provider takes nothing yet: all is in the local mailbox', () => {
  const onTrial = [null, 'mailbox', 'merci_facteur', 'brevo'].map((provider) => state(provider, false));
  expect(onTrial).toEqual(['none', 'mailbox', 'trial', 'trial']);
  expect(onTrial.map(isInMailbox)).toEqual([false, true, true, true]);
});

it('of a company that is live a real provider takes it, and the local mailbox nothing', () => {
  const live = [null, 'mailbox', 'merci_facteur', 'brevo'].map((provider) => state(provider, true));
  expect(live).toEqual(['none', 'mailbox_live', 'leaves', 'leaves']);
  expect(live.map(isInMailbox)).toEqual([false, false, false, false]);
});

it('that the company does not use one comes before that', () => {
  for (const live of [false, true])
    expect(['mailbox', 'maileva'].map((provider) => state(provider, live, false))).toEqual(['off', 'off']);
});
