import type { z } from 'zod';
import type { ActionRow } from '../../facts/actions/action-row.ts';
import { isOfCustomer, type OfCustomer } from '../../facts/actions/of-customer.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { withMark } from '../customers/erased-mark.ts';
import { actionBody, type Moment } from '../actions/action-body.ts';
import { findAction, momentOf } from '../actions/find-action.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import type { specificAction } from './specific-action-schema.ts';

/** A specific action as the API shows it. */
export function specificActionBody(row: OfCustomer<ActionRow>, moment: Moment): z.input<typeof specificAction> {
  const { specific, customerId, customer } = row;
  return {
    ...actionBody(row, moment),
    customer_id: customerId,
    customer: withMark(customer),
    execute_on: specific?.executeOn ? fromDateColumn(specific.executeOn) : null,
    template_id: row.templateId,
    subject: specific?.subject ?? null,
    body_html: specific?.bodyHtml ?? null,
    recipients: specific?.recipients ?? [],
  };
}

/** Returns the specific action as it is now; throws a 404 when there is none. */
export async function readSpecificAction(request: EndpointRequest, id: string) {
  const row = await findAction(request, id);
  if (!row.specific || !isOfCustomer(row)) throw notHere();
  return specificActionBody(row, momentOf(request));
}
