import type { ReadFile } from './read-csv.ts';

/** The user's own file, kept to give its refused rows back: the API stores only their line numbers. */
export type Uploaded = Pick<ReadFile, 'headers' | 'records'>;

const kept = new Map<string, Uploaded>();

export const keepUploaded = (importId: string, uploaded: Uploaded): void => {
  kept.set(importId, uploaded);
};

/** Available until the page is reloaded. */
export const uploadedOf = (importId: string): Uploaded | undefined => kept.get(importId);
