import { type ActionRow, readActions } from '../../facts/actions/action-row.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { languageOf } from '../frame/language-of.ts';
import { actionBody, type Moment } from './action-body.ts';
import type { ActionBody } from './action-schema.ts';

/** The product's current instant, the creditor's time zone, and the language that the caller prefers. */
export const momentOf = ({
  auth: { timeZone },
  at,
  headers,
}: Pick<EndpointRequest, 'auth' | 'at' | 'headers'>): Moment => ({
  at,
  timeZone,
  language: languageOf(headers),
});

/** Returns the action; throws a 404 when there is none. */
export async function findAction({ context }: EndpointRequest, id: string): Promise<ActionRow> {
  const [row] = await readActions(context.db, { where: { id } });
  if (!row) throw notHere();
  return row;
}

/** Returns the action as it is now, as the API shows it; throws a 404 when there is none. */
export async function readActionBody(request: EndpointRequest, id: string): Promise<ActionBody> {
  return actionBody(await findAction(request, id), momentOf(request));
}
