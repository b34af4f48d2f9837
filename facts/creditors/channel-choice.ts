import { type ChannelChoice, type Connectors, connectorsOfCreditor } from '../../domain/messages/connectors.ts';
import type { Transaction } from '../../prisma/client.ts';

/** The columns of a creditor's settings that say what of the installation's providers is his. */
export const CHANNEL_COLUMNS = { liveAt: true, printEnabled: true, smsEnabled: true } as const;

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
  if (offered.print === null && offered.sms === null) return offered;
  const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId }, select: CHANNEL_COLUMNS });
  return connectorsOfCreditor(offered, channelChoiceOf(settings));
}
