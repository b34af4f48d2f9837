const MAILBOX = 'mailbox';

/**
 * What a provider of letters or of SMS does for the company. `trial`: it takes nothing before the company is live, until then the
 * local mailbox stands in; `mailbox_live`: the mailbox alone is set, which takes nothing of a company that is live.
 */
export type ProviderState = 'none' | 'off' | 'mailbox' | 'mailbox_live' | 'trial' | 'leaves';

/** `isUsed`: whether the company has its letters, or its SMS, leave by it. */
export function providerState(
  provider: string | null,
  { isUsed, live }: { isUsed: boolean; live: boolean },
): ProviderState {
  if (provider === null) return 'none';
  if (!isUsed) return 'off';
  if (provider === MAILBOX) return live ? 'mailbox_live' : 'mailbox';
  return live ? 'leaves' : 'trial';
}

/** Whether what the company sends arrives in the local mailbox, and is to be seen there. */
export const isInMailbox = (state: ProviderState): boolean => state === 'mailbox' || state === 'trial';
