const MAILBOX = 'mailbox';

/**
 * What a provider of letters or SMS does for the company. `trial`: the provider takes nothing before the company is
 * live, and the local mailbox replaces it until then. `mailbox_live`: only the mailbox is configured, which takes
 * nothing from a live company.
 */
export type ProviderState = 'none' | 'off' | 'mailbox' | 'mailbox_live' | 'trial' | 'leaves';

/** `isUsed`: whether the company sends its letters, or its SMS, through the provider. */
export function providerState(
  provider: string | null,
  { isUsed, live }: { isUsed: boolean; live: boolean },
): ProviderState {
  if (provider === null) return 'none';
  if (!isUsed) return 'off';
  if (provider === MAILBOX) return live ? 'mailbox_live' : 'mailbox';
  return live ? 'leaves' : 'trial';
}

/** Whether the company's messages arrive in the local mailbox and can be seen there. */
export const isInMailbox = (state: ProviderState): boolean => state === 'mailbox' || state === 'trial';
