/** A body that is taken as bytes: webhooks (the signature is over them), CSV files, images. */
export interface RawBody {
  raw: true;
  /** Accepted content types, e.g. `text/csv`; others are 415. */
  contentTypes: readonly string[];
  limitBytes: number;
  /** Whether a compressed one is unpacked; otherwise it is 415. */
  inflates: boolean;
}

export const rawBody = (contentTypes: readonly string[], limitBytes: number): RawBody => ({
  raw: true,
  contentTypes,
  limitBytes,
  inflates: true,
});

/** The body of a webhook: whoever reaches the API may send one, so a few bytes stay a few bytes. */
export const webhookBody = (contentTypes: readonly string[], limitBytes: number): RawBody => ({
  ...rawBody(contentTypes, limitBytes),
  inflates: false,
});

export const isRawBody = (body: unknown): body is RawBody => typeof body === 'object' && body !== null && 'raw' in body;
