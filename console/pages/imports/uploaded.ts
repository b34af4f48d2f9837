import type { MappedRow } from './mapped-file.ts';

/** What was uploaded, kept to show the cells of refused rows: the API stores only their line numbers. */
export interface Uploaded {
  upload: string;
  rows: readonly MappedRow[];
}

const kept = new Map<string, Uploaded>();

export const keepUploaded = (importId: string, uploaded: Uploaded): void => {
  kept.set(importId, uploaded);
};

/** Available until the page is reloaded. */
export const uploadedOf = (importId: string): Uploaded | undefined => kept.get(importId);
