import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';

/** What a handler returns; `respond.ts` sends it. */
export type Answer =
  | { kind: 'json'; status: number; body: unknown; headers: Record<string, string> }
  | { kind: 'empty'; status: number; headers: Record<string, string | string[]> }
  | { kind: 'bytes'; status: number; bytes: Uint8Array; headers: Record<string, string> }
  | { kind: 'stream'; status: number; stream: Readable; headers: Record<string, string> };

const json = (status: number, body: unknown, headers: Record<string, string>): Answer => ({
  kind: 'json',
  status,
  body,
  headers,
});

/** The strong entity tag of a version, quotes included. */
export const etagOf = (version: number | string): string => `"${version}"`;

/** A 200. `version` is that of the resource shown; it becomes the ETag that a PATCH has to name. */
export const ok = (body: unknown, more: { version?: number | string } = {}): Answer =>
  json(200, body, more.version === undefined ? {} : { ETag: etagOf(more.version) });

/** Does not encode again what the caller has already encoded (an id from outside). */
const encodedOnce = (location: string): string => encodeURI(location).replaceAll('%25', '%');

/** A 201. `location` is the path of the new resource, `/v1/…`. */
export const created = (location: string, body: unknown, more: { version?: number | string } = {}): Answer =>
  json(201, body, {
    Location: encodedOnce(location),
    ...(more.version === undefined ? {} : { ETag: etagOf(more.version) }),
  });

/** A 202: the work is still under way; `location` is where to look. */
export const accepted = (location: string, body: unknown): Answer =>
  json(202, body, { Location: encodedOnce(location) });

/** A 204. */
export const noContent = (): Answer => ({ kind: 'empty', status: 204, headers: {} });

/** A 302: redirects the browser to `location`, with these cookies. */
export const redirect = (location: string, cookies: string[]): Answer => ({
  kind: 'empty',
  status: 302,
  headers: { Location: location, 'Set-Cookie': cookies },
});

/**
 * A 200 with bytes. With `filename` it is a download; without it the browser shows it, but never runs it as a page
 * with scripts.
 */
export const file = (of: { contentType: string; bytes: Uint8Array; filename?: string }): Answer => ({
  kind: 'bytes',
  status: 200,
  bytes: of.bytes,
  headers: { 'Content-Type': of.contentType, ...disposition(of.filename) },
});

/** A 200 with bytes that are made while they are sent. */
export const stream = (of: { contentType: string; stream: Readable; filename?: string }): Answer => ({
  kind: 'stream',
  status: 200,
  stream: of.stream,
  headers: { 'Content-Type': of.contentType, ...disposition(of.filename) },
});

/** Replaces path separators by `_`: some references contain one ("C/1"), and a browser keeps only what follows it. */
function disposition(filename?: string): Record<string, string> {
  return filename ? { 'Content-Disposition': contentDisposition(filename.replaceAll(/[/\\]/g, '_')) } : {};
}
