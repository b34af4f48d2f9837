import {
  type ByProvider,
  type ChannelChoice,
  type Connectors,
  connectorsOfCreditor,
} from '../../domain/messages/connectors.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';

/** The settings that say which of the installation's providers a creditor uses. */
export const CHANNEL_COLUMNS = { liveAt: true, printEnabled: true, smsEnabled: true } as const;

/** Filters for the open steps and actions that need a provider to be sent, as `needsProvider` says. */
export const BY_PROVIDER = {
  letter: { kind: 'letter', OR: [{ letterKind: null }, { letterKind: 'simple' }] },
  sms: { kind: 'sms' },
} as const satisfies Record<ByProvider, Prisma.OpenStepWhereInput & Prisma.ActionWhereInput>;

export const channelChoiceOf = (settings: {
  liveAt: Date | null;
  printEnabled: boolean;
  smsEnabled: boolean;
}): ChannelChoice => ({
  isLive: settings.liveAt !== null,
  printEnabled: settings.printEnabled,
  smsEnabled: settings.smsEnabled,
});

/** The providers this creditor uses, out of those the installation has. Read in the transaction that decides. */
export async function creditorConnectors(
  tx: Transaction,
  creditorId: string,
  offered: Connectors,
): Promise<Connectors> {
  return chosenOf(offered, await readChoice(tx, creditorId, offered));
}

/**
 * The creditor's choice of providers, as it is when Postgres runs the statement: sent right behind a statement that
 * takes a lock it costs no round trip of its own, and sees what the last holder committed. Null when the installation
 * offers no provider, so that nothing was read.
 */
export async function readChoice(
  tx: Transaction,
  creditorId: string,
  offered: Connectors,
): Promise<ChannelChoice | undefined | null> {
  if (offered.print === null && offered.sms === null) return null;
  const [choice] = await tx.$queryRaw<ChannelChoice[]>`
    SELECT "liveAt" IS NOT NULL AS "isLive", "printEnabled", "smsEnabled" FROM settings WHERE "creditorId" = ${creditorId}::uuid`;
  return choice;
}

/** The providers this creditor uses, by the choice that was read. */
export function chosenOf(offered: Connectors, choice: ChannelChoice | undefined | null): Connectors {
  if (choice === undefined) throw new Error('the creditor has no settings');
  return choice === null ? offered : connectorsOfCreditor(offered, choice);
}
