import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { faultsOf } from './faults.ts';
import { hostileFault, isStorable } from './hostile-input.ts';
import { malformed, notHere, Problem, unprocessable } from './problem.ts';
import { isRawBody } from './raw-body.ts';
import { plainWords } from '../../facts/inputs/plain-words.ts';

const BODY_LIMIT_BYTES = 1_000_000;
const nothing = z.strictObject({});
const utf8 = new TextDecoder('utf-8', { fatal: true });
const parseJson = express.json({
  limit: BODY_LIMIT_BYTES,
  strict: false,
  type: () => true,
  // Refuses invalid UTF-8, which would otherwise be stored as U+FFFD, a text that nobody sent.
  verify: (_request, _response, bytes, charset) => {
    if (charset === 'utf-8') utf8.decode(bytes);
  },
});

/** Parses the path's parameters; a 404 when they do not parse. */
export function readParams(endpoint: Endpoint, request: Request): unknown {
  const given = Object.values(request.params);
  if (!given.every((value) => typeof value === 'string' && isStorable(value))) throw notHere();
  const read = (endpoint.params ?? z.looseObject({})).safeParse({ ...request.params });
  if (!read.success) throw notHere();
  return read.data;
}

/** Parses the query; a 400 for an unknown name, an invalid value or a name given twice. */
export function readQuery(endpoint: Endpoint, request: Request): unknown {
  const given = { ...request.query };
  // Express decodes invalid UTF-8 to U+FFFD, so the search would be for a text that nobody sent.
  if (!isDecodable(request.originalUrl)) throw malformed('The query holds text that cannot be read.');
  for (const [name, value] of Object.entries(given)) {
    if (![name, value].flat().every((text) => typeof text === 'string' && isStorable(text))) {
      throw malformed('The query holds text that cannot be read.');
    }
  }
  return readBy(endpoint.query ?? nothing, given, (faults) => malformed('The query is not valid.', faults));
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the body: bytes, or JSON that fits the schema. A missing body counts as `{}`, so that the missing fields are
 * named.
 *
 * @param admittedBytes how many bytes this caller may send, when fewer than usual.
 */
export async function readBody(
  endpoint: Endpoint,
  request: Request,
  response: Response,
  admittedBytes: number | null,
): Promise<unknown> {
  if (endpoint.method === 'GET' || (endpoint.method === 'DELETE' && !endpoint.body)) return {};
  const { body } = endpoint;
  if (isRawBody(body)) {
    checkContentType(request, body.contentTypes);
    const limit = admittedBytes ?? body.limitBytes;
    await run(express.raw({ limit, inflate: body.inflates, type: () => true }), request, response);
    return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  }
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody) {
    checkContentType(request, ['application/json']);
    await run(parseJson, request, response);
  }
  const json: unknown = hasBody && request.body !== undefined ? request.body : {};
  const hostile = hostileFault(json);
  if (hostile) throw unprocessable('invalid', [hostile]);
  return readBy(body ?? nothing, json, (faults) => unprocessable('invalid', faults));
}

function readBy(schema: z.ZodType, given: unknown, refuse: (faults: ReturnType<typeof faultsOf>) => Problem): unknown {
  const read = schema.safeParse(given, { reportInput: true, error: plainWords });
  if (!read.success) throw refuse(faultsOf(read.error.issues));
  return read.data;
}

function checkContentType(request: Request, accepted: readonly string[]): void {
  const sent = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (sent && accepted.includes(sent)) return;
  throw new Problem(415, 'unsupported_media_type', `Send the body as ${accepted.join(' or ')}.`);
}

/** A body parser as a promise; problem-from-error.ts maps its errors. */
async function run(parser: RequestHandler, request: Request, response: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    void parser(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}
