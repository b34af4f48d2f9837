import type { RequestHandler } from 'express';
import { z } from 'zod';
import { faultRequest } from './faults.ts';
import type { Faults } from './faults.ts';
import { sendProblem } from './problem.ts';

/** `GET /faults`: the faults that are still to come. */
export function getFaults(faults: Faults): RequestHandler {
  return (_request, response) => {
    response.json({ data: faults.list() });
  };
}

/** `POST /faults {next, kind, to?}`: answers with the faults ordered now. */
export function postFault(faults: Faults): RequestHandler {
  return (request, response) => {
    const order = faultRequest.safeParse(request.body);
    if (!order.success) return sendProblem(response, 422, z.prettifyError(order.error));
    faults.order(order.data);
    response.json({ data: faults.list() });
  };
}
