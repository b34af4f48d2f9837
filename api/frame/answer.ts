import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';

/** What a handler gives back; `respond.ts` sends it. */
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

/** 200. `version`: of the thing that is shown; becomes the ETag that a PATCH has to name. */
export const ok = (body: unknown, more: { version?: number | string } = {}): Answer =>
  json(200, body, more.version === undefined ? {} : { ETag: etagOf(more.version) });

/** What the caller has encoded already (an id from outside) stays so. */
const encodedOnce = (location: string): string => encodeURI(location).replaceAll('%25', '%');

/** 201. `location`: the path of the new thing, `/v1/…`. */
export const created = (location: string, body: unknown, more: { version?: number | string } = {}): Answer =>
  json(201, body, {
    Location: encodedOnce(location),
    ...(more.version === undefined ? {} : { ETag: etagOf(more.version) }),
  });

/** 202: still going on; `location` is where to look. */
export const accepted = (location: string, body: unknown): Answer =>
  json(202, body, { Location: encodedOnce(location) });

/** 204. */
export const noContent = (): Answer => ({ kind: 'empty', status: 204, headers: {} });

/** 302: a browser goes on to `location`, with these cookies. */
export const redirect = (location: string, cookies: string[]): Answer => ({
  kind: 'empty',
  status: 302,
  headers: { Location: location, 'Set-Cookie': cookies },
});

/** 200 with bytes. `filename` makes it a download; without it the browser shows it. Never shown as a page with scripts. */
export const file = (of: { contentType: string; bytes: Uint8Array; filename?: string }): Answer => ({
  kind: 'bytes',
  status: 200,
  bytes: of.bytes,
  headers: { 'Content-Type': of.contentType, ...disposition(of.filename) },
});

/** 200 with bytes that are made while they are sent. */
export const stream = (of: { contentType: string; stream: Readable; filename?: string }): Answer => ({
  kind: 'stream',
  status: 200,
  stream: of.stream,
  headers: { 'Content-Type': of.contentType, ...disposition(of.filename) },
});

/** A separator of paths becomes `_`: a receiver keeps only what follows it, and an accountant's references have some ("C/1"). */
function disposition(filename?: string): Record<string, string> {
  return filename ? { 'Content-Disposition': contentDisposition(filename.replaceAll(/[/\\]/g, '_')) } : {};
}
