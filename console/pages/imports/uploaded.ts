import type { MappedRow } from './mapped-file.ts';

/** What was uploaded, so that its refused rows can be had back: the API keeps their lines and not their cells. */
export interface Uploaded {
  upload: string;
  rows: readonly MappedRow[];
}

const kept = new Map<string, Uploaded>();

export const keepUploaded = (importId: string, uploaded: Uploaded): void => {
  kept.set(importId, uploaded);
};

/** Until the page is loaded anew. */
export const uploadedOf = (importId: string): Uploaded | undefined => kept.get(importId);
