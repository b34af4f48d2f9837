import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Endpoint } from './endpoint.ts';
import { KEY_FORM, takesIdempotencyKey } from './idempotency.ts';
import { isRawBody } from './raw-body.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Machine-readable and stable.' }),
    request_id: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string(), fix: z.string() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** OpenAPI 3.1 of the route list. */
export function describeApi(endpoints: readonly Endpoint[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase() as 'get';
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operation(endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Relance',
      version: '1',
      description:
        'Chases unpaid invoices. An unknown path answers 404, and a method that a path does not take 405 with `Allow`. Unknown ' +
        'fields are refused (422), and so are unknown query parameters (400). Errors are RFC 9457 problem details.',
    },
    security: [{ key: [] }, { session: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that begins with rel_' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'The cookie of a person who signed in with POST /v1/session. Changes are accepted from the product’s own pages only (403 `cross_site`).',
        },
      },
    },
    paths,
  });
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { who, params, query, method } = endpoint;
  const anyone = who === 'anyone';
  const headers = headersOf(endpoint);
  return {
    tags: [endpoint.tag],
    operationId: `${method.toLowerCase()}${endpoint.path.replace(/[^A-Za-z0-9]+/g, '_')}`,
    summary: endpoint.summary,
    description: [endpoint.description, `Who: ${anyone ? 'anyone' : who.join(', ')}.`].filter(Boolean).join('\n\n'),
    ...(anyone ? { security: [] } : {}),
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(headers ? { header: headers } : {}),
    },
    ...requestBody(endpoint),
    responses: responses(endpoint),
  };
}

function headersOf(endpoint: Endpoint): z.ZodObject | null {
  if (endpoint.method === 'PATCH')
    return z.object({ 'If-Match': z.string().meta({ description: 'The ETag of the GET' }) });
  if (!takesIdempotencyKey(endpoint)) return null;
  return z.object({
    'Idempotency-Key': z
      .string()
      .regex(KEY_FORM)
      .optional()
      .meta({ description: 'For 24 hours, a repeat gets the first answer' }),
  });
}

function requestBody({ body }: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (!body) return {};
  if (!isRawBody(body)) return { requestBody: { required: true, content: { 'application/json': { schema: body } } } };
  const binary = { type: 'string', format: 'binary' } as const;
  return {
    requestBody: {
      required: true,
      content: Object.fromEntries(body.contentTypes.map((type) => [type, { schema: binary }])),
    },
  };
}

function responses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const all: ZodOpenApiResponsesObject = {};
  for (const [status, answer] of Object.entries(endpoint.answers)) {
    const description = MEANING[Number(status)] ?? 'Done';
    all[status as '200'] = answer === null ? { description } : { description, content: contentOf(answer, endpoint) };
  }
  for (const status of problemsOf(endpoint)) {
    all[String(status) as '400'] = {
      description: MEANING[status] ?? 'Error',
      content: { 'application/problem+json': { schema: problem } },
    };
  }
  return all;
}

function contentOf(answer: z.ZodType | { contentType: string }, { csv }: Endpoint) {
  if (!(answer instanceof z.ZodType)) {
    return { [answer.contentType]: { schema: { type: 'string', format: 'binary' } as const } };
  }
  const asCsv = { 'text/csv': { schema: { type: 'string' } as const } };
  return { 'application/json': { schema: answer }, ...(csv ? asCsv : {}) };
}

function problemsOf({ who, method, body, path, refusals, admit }: Endpoint): number[] {
  const writes = method !== 'GET';
  return [
    400,
    ...(who === 'anyone' ? (admit ? [429] : []) : [401, 403, 429]),
    ...(path.includes('{') ? [404] : []),
    405,
    ...(writes ? [409] : []),
    ...(method === 'PATCH' ? [412, 428] : []),
    // An endpoint that declares no body still reads and checks it (not for a DELETE), so that nobody believes that a
    // body took effect.
    ...(body || (writes && method !== 'DELETE') ? [413, 415, 422] : []),
    431,
    503,
    ...(refusals ?? []),
  ];
}

const MEANING: Record<number, string> = {
  200: 'Done',
  201: 'Created: Location says where',
  202: 'Accepted; the work is still going on',
  204: 'Done; the answer has no body',
  302: 'Go on to Location',
  400: 'The request cannot be read, or a query value is not valid',
  401: 'No valid key or session',
  403: 'The wrong role, or a page of another origin',
  404: 'There is nothing here',
  405: 'This path does not take this method',
  409: 'The current state does not allow it',
  410: 'Erased with the personal data of its customer',
  412: 'It has changed since it was read',
  413: 'Too large',
  415: 'This route does not take this content type',
  422: 'Not valid; `errors` says where, and how to fix it',
  428: 'If-Match is missing',
  429: 'Too many wrong keys, signatures or passwords',
  431: 'The URL or the headers are too long',
  503: 'Postgres (`not_stored`, or `maybe_stored` when it was lost while storing) or Temporal (`stored_not_told`) is away',
};
