import {
  type ByProvider,
  type ChannelChoice,
  type Connectors,
  connectorsOfCreditor,
} from '../../domain/messages/connectors.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';

/** The columns of a creditor's settings that say what of the installation's providers is his. */
export const CHANNEL_COLUMNS = { liveAt: true, printEnabled: true, smsEnabled: true } as const;

/** The open steps and the actions that only a provider brings to their reader, as `needsProvider` says. */
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

/** What this creditor can send besides mails, of what the installation offers; asked in the transaction that decides. */
export async function creditorConnectors(
  tx: Transaction,
  creditorId: string,
  offered: Connectors,
): Promise<Connectors> {
  return chosenOf(offered, await readChoice(tx, creditorId, offered));
}

/**
 * What the creditor has chosen, as it is when Postgres comes to the statement: sent right behind one that takes a lock it costs no trip of
 * its own, and sees what the last holder committed. Null: it was not asked, since there is nothing to choose from.
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

/** What the creditor has by his choice, which was read. */
export function chosenOf(offered: Connectors, choice: ChannelChoice | undefined | null): Connectors {
  if (choice === undefined) throw new Error('the creditor has no settings');
  return choice === null ? offered : connectorsOfCreditor(offered, choice);
}
