/** A body that is taken as bytes: webhooks (the signature is over them), CSV files, images. */
export interface RawBody {
  raw: true;
  /** Accepted content types, e.g. `text/csv`; others are 415. */
  contentTypes: readonly string[];
  limitBytes: number;
}

export const rawBody = (contentTypes: readonly string[], limitBytes: number): RawBody => ({
  raw: true,
  contentTypes,
  limitBytes,
});

export const isRawBody = (body: unknown): body is RawBody => typeof body === 'object' && body !== null && 'raw' in body;
