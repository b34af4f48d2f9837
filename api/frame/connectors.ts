import type { Settings } from '../../config/settings.ts';
import { type Connectors, connectorsOfCreditor } from '../../domain/messages/connectors.ts';
import { offeredBy } from '../../providers/print/offers.ts';
import type { AppContext, Auth } from './endpoint.ts';

/** What this installation offers besides mails, as its environment says; the workers have the same. */
export const offeredHere = ({ print, sms }: Settings): Connectors =>
  offeredBy(print?.provider ?? null, sms?.provider ?? null);

/** What of that the caller's creditor has, as his settings said when the request came in. */
export const connectorsOf = (request: { auth: Auth; context: Pick<AppContext, 'settings'> }): Connectors =>
  connectorsOfCreditor(offeredHere(request.context.settings), request.auth.channels);
