import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Settings } from '../../config/settings.ts';
import type { ChannelChoice } from '../../domain/messages/connectors.ts';
import type { Actor } from '../../facts/outcome.ts';
import type { Database } from '../../prisma/client.ts';
import type { Role } from '../../prisma/generated/enums.ts';
import type { Dispatcher } from '../../temporal/dispatcher.ts';
import type { DemoTime } from '../demo/demo-time.ts';
import type { SignInLimit } from '../session/sign-in-limit.ts';
import type { Answer } from './answer.ts';
import type { Clock } from './clock.ts';
import type { RawBody } from './raw-body.ts';
import type { Who } from './roles.ts';

/** What every handler may use. `db` shows only the rows of the caller's creditor, except for the operator and for `anyone`. */
export interface AppContext {
  db: Database;
  settings: Settings;
  dispatcher: Dispatcher;
  clock: Clock;
  /** Null unless the stack runs with its demonstration clock. */
  demoTime: DemoTime | null;
  signInLimit: SignInLimit;
  log: Logger;
}

/** The caller. The operator and `anyone` have no creditor: their `creditorId` and `slug` are empty. */
export interface Auth {
  creditorId: string;
  slug: string;
  /**
   * The id of the key or the session; `NO_KEY_ID`, which no row has, for `anyone` and for the operator's key of the
   * environment.
   */
  keyId: string;
  role: Role | null;
  userId: string | null;
  /** Null for a caller that sends a key. */
  sessionId: string | null;
  actor: Actor;
  /** The creditor's own, read with the caller. */
  timeZone: string;
  currency: string;
  /** Which of the installation's print and SMS providers the creditor uses. */
  channels: ChannelChoice;
}

export interface EndpointRequest<Params = unknown, Query = unknown, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  headers: IncomingHttpHeaders;
  /**
   * Which of these content types, without parameters, the caller's `Accept` prefers; the first one when it has no
   * preference; false when it accepts none.
   */
  accepts: (contentTypes: string[]) => string | false;
  /** The IP address that the request comes from. */
  address: string;
  auth: Auth;
  context: AppContext;
  /** The product's current instant, read once for this request. */
  at: Date;
  requestId: string;
  /**
   * With an Idempotency-Key: equal for every repeat of this request, and for no other request. Stored with what the
   * request creates, so that a repeat finds it even if the first answer was lost.
   */
  requestKey: string | null;
  /** For a PATCH, once the row is found: throws 428 without If-Match, 412 when it names another version. */
  matches: (version: number | string) => void;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Description {
  method: Method;
  /** As in OpenAPI: `/v1/invoices/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  who: Who;
  /** By status: the schema of the body, or its content type. */
  answers: Record<number, z.ZodType | { contentType: string } | null>;
  /** Statuses of refusals that do not follow from the method, the path and the body. */
  refusals?: readonly number[];
  /** `Accept: text/csv` returns the whole list. */
  csv?: true;
  /** A fact that carries its own id: a repeat is recognised by that id, so the Idempotency-Key is ignored. */
  ownId?: true;
  /** A decision although it is not a POST: a repeat with the same Idempotency-Key gets the verdict on the first. */
  decides?: true;
  /** The answer holds a secret that is shown once: it is kept encrypted for a repeat, so that only the same key can read it. */
  secret?: true;
}

/** What is known of a request before its body is read. */
export type Asking<Params = unknown> = Pick<EndpointRequest<Params>, 'params' | 'headers' | 'context'>;

export interface EndpointDefinition<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType | RawBody,
> extends Description {
  params?: P;
  query?: Q;
  body?: B;
  /**
   * For callers without a key: decides by the headers, before the body is read. Throws, or returns how many bytes the
   * body may have.
   */
  admit?: (asking: Asking<z.output<P>>) => number;
  handle: (request: EndpointRequest<z.output<P>, z.output<Q>, BodyOf<B>>) => Promise<Answer> | Answer;
}

export type BodyOf<B> = B extends RawBody ? Buffer : B extends z.ZodType ? z.output<B> : never;

/** An endpoint as the route list holds it. */
export interface Endpoint extends Description {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType | RawBody;
  admit?: (asking: Asking) => number;
  handle: (request: EndpointRequest) => Promise<Answer> | Answer;
}

/**
 * Defines one endpoint; its Express handler, its OpenAPI path and its line in the authorization tests come from this
 * definition. Undeclared query parameters are refused (400), undeclared fields too (422). A path parameter that
 * cannot be parsed is a 404.
 */
export function defineEndpoint<
  P extends z.ZodType = z.ZodObject,
  Q extends z.ZodType = z.ZodObject,
  B extends z.ZodType | RawBody = z.ZodObject,
>(definition: EndpointDefinition<P, Q, B>): Endpoint {
  return definition as unknown as Endpoint;
}
