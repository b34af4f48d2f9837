import { z } from 'zod';
import { recordConsent } from '../../facts/customers/record-consent.ts';
import { consentInput } from '../../facts/inputs/customer.ts';
import type { Consent } from '../../prisma/generated/client.ts';
import { created, ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';

const consent = z.object({
  id: z.string(),
  kind: z.string(),
  given_at: z.iso.datetime(),
  evidence: z.string(),
  recorded_by: z.string(),
  recorded_at: z.iso.datetime(),
});

const consentBody = (row: Consent): z.input<typeof consent> => ({
  id: row.id,
  kind: row.kind,
  given_at: row.givenAt.toISOString(),
  evidence: row.evidence,
  recorded_by: row.recordedBy,
  recorded_at: row.createdAt.toISOString(),
});

export const recordConsentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/{id}/consents',
  tag: 'Customers',
  summary: 'Record that a customer agrees to electronic registered letters',
  description:
    'A consumer must have agreed before an electronic letter is sent (CPCE, art. L100). `evidence` says what proves it.',
  who: ['collector'],
  params: idParams,
  body: consentInput,
  answers: { 201: consent },
  handle: async (request) => {
    const { params, body, context } = request;
    const kept = await recordConsent(context.db, factContext(request), params.id, body);
    return created(`/v1/customers/${params.id}/consents`, consentBody(kept));
  },
});

export const listConsentsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}/consents',
  tag: 'Customers',
  summary: 'List what a customer has agreed to, newest first',
  who: ['collector'],
  params: idParams,
  answers: { 200: z.object({ data: z.array(consent) }) },
  handle: async ({ params, context }) => {
    const customer = await context.db.customer.findUnique({
      where: { id: params.id },
      select: { consents: { orderBy: { givenAt: 'desc' } } },
    });
    if (!customer) throw notHere();
    return ok({ data: customer.consents.map(consentBody) });
  },
});
