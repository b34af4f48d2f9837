import type { Settings } from '../../config/settings.ts';
import type { Connectors } from '../../domain/messages/connectors.ts';
import { connectorsOf as offered } from '../../providers/print/offers.ts';

/** What this installation can send besides mails, as its environment says; the workers have the same. */
export const connectorsOf = ({ print, sms }: Settings): Connectors => offered(print?.provider ?? null, sms !== null);
