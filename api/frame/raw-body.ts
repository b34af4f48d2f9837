/** A body that is read as bytes: webhooks (which sign the bytes), CSV files, images. */
export interface RawBody {
  raw: true;
  /** Accepted content types, e.g. `text/csv`; others are 415. */
  contentTypes: readonly string[];
  limitBytes: number;
  /** Whether a compressed body is unpacked; otherwise it is a 415. */
  inflates: boolean;
}

export const rawBody = (contentTypes: readonly string[], limitBytes: number): RawBody => ({
  raw: true,
  contentTypes,
  limitBytes,
  inflates: true,
});

/** The body of a webhook. Anyone who reaches the API may send one, so a small compressed body must not become a large one. */
export const webhookBody = (contentTypes: readonly string[], limitBytes: number): RawBody => ({
  ...rawBody(contentTypes, limitBytes),
  inflates: false,
});

export const isRawBody = (body: unknown): body is RawBody => typeof body === 'object' && body !== null && 'raw' in body;
