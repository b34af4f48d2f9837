import type { Settings } from '../../config/settings.ts';
import { type Connectors, connectorsOfCreditor } from '../../domain/messages/connectors.ts';
import { offeredBy } from '../../providers/print/offers.ts';
import type { AppContext, Auth } from './endpoint.ts';

/** What this installation can send besides mails, by its settings; the workers have the same settings. */
export const offeredHere = ({ print, sms }: Settings): Connectors =>
  offeredBy(print?.provider ?? null, sms?.provider ?? null);

/** The part of it that the caller's creditor has enabled, by the creditor's settings when the request came in. */
export const connectorsOf = (request: { auth: Auth; context: Pick<AppContext, 'settings'> }): Connectors =>
  connectorsOfCreditor(offeredHere(request.context.settings), request.auth.channels);
