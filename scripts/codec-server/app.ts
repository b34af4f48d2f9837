import { createHash, timingSafeEqual } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import proto from '@temporalio/proto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { CodecKeyError, EncryptionCodec } from '../../temporal/codec/encryption-codec.ts';
import type { CodecServerSettings } from './settings.ts';

const { Payloads } = proto.temporal.api.common.v1;

const base64 = z.base64();
const body = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).nullish(), data: base64.nullish() })),
});

/** Many times the size that Temporal allows for one payload. */
const BODY_LIMIT = '20mb';

type Work = (payloads: Payload[]) => Promise<Payload[]>;

/**
 * Temporal's codec server: `POST /encode` and `/decode` convert `{payloads}` as its UI and its CLI send them. Requests need
 * the token, in the header or, since the UI sends no header, as the first part of the path. A browser may only send them
 * from the UI's pages.
 */
export function codecApp({ keys, token, origins }: Omit<CodecServerSettings, 'host' | 'port'>): Express {
  const codec = new EncryptionCodec(keys);
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(onlyFrom(origins));
  for (const [name, work] of Object.entries<Work>({
    encode: (payloads) => codec.encode(payloads),
    decode: (payloads) => codec.decode(payloads),
  })) {
    app.post([`/${name}`, `/:token/${name}`], onlyWith(token), express.json({ limit: BODY_LIMIT }), turn(work));
  }
  app.use((_request, response) => {
    response.status(404).json({ message: 'There is nothing here.' });
  });
  app.use(answerError);
  return app;
}

/** CORS for the UI's pages. A request from another page is refused even if its browser would not show the answer. */
function onlyFrom(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.setHeader('Vary', 'Origin');
    if (origin !== undefined && !origins.includes(origin)) {
      response.status(403).json({ message: 'This page may not ask.' });
      return;
    }
    if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, X-Namespace, Authorization');
    response.setHeader('Access-Control-Max-Age', '600');
    response.status(204).end();
  };
}

function onlyWith(token: string): RequestHandler {
  const wanted = digestOf(token);
  return (request, response, next) => {
    const inHeader = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const inPath: unknown = request.params['token'];
    const given = [inHeader, inPath].filter((text) => typeof text === 'string');
    if (given.some((text) => timingSafeEqual(digestOf(text), wanted))) {
      next();
      return;
    }
    response.status(401).setHeader('WWW-Authenticate', 'Bearer').json({ message: 'Send the token of this server.' });
  };
}

/** Digests have the same length, so comparing them does not reveal how much of a token was right. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function turn(work: Work): RequestHandler {
  return async (request, response) => {
    const read = body.safeParse(request.body);
    if (!read.success) {
      response.status(400).json({ message: 'Send {"payloads": […]} with metadata and data in base64.' });
      return;
    }
    const payloads = await work(Payloads.fromObject(read.data).payloads);
    response.json(Payloads.toObject(Payloads.fromObject({ payloads }), { bytes: String }));
  };
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof CodecKeyError) {
    response.status(400).json({ message: error.message });
    return;
  }
  const { status } = error as { status?: unknown };
  const known = typeof status === 'number' && status < 500 ? status : 500;
  response.status(known).json({ message: known === 500 ? 'This could not be done.' : 'This cannot be read.' });
};
