import { parse } from 'content-disposition';

interface FileType {
  extension: string;
  /** The bytes that a file of this type begins with; null when the type has no such mark. */
  begins: readonly number[] | null;
}

const ZIP = [0x50, 0x4b];
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The types that may be attached to a mail; none that the recipient's machine would execute. */
export const FILE_TYPES: Record<string, FileType> = {
  'application/pdf': { extension: 'pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  'image/png': { extension: 'png', begins: [0x89, 0x50, 0x4e, 0x47] },
  'image/jpeg': { extension: 'jpg', begins: [0xff, 0xd8, 0xff] },
  'image/gif': { extension: 'gif', begins: [0x47, 0x49, 0x46, 0x38] },
  'image/webp': { extension: 'webp', begins: [0x52, 0x49, 0x46, 0x46] },
  'text/plain': { extension: 'txt', begins: null },
  'text/csv': { extension: 'csv', begins: null },
  [`${OFFICE}.wordprocessingml.document`]: { extension: 'docx', begins: ZIP },
  [`${OFFICE}.spreadsheetml.sheet`]: { extension: 'xlsx', begins: ZIP },
  'application/zip': { extension: 'zip', begins: ZIP },
};

/** Whether the bytes begin like a file of this type; true for types without a mark. */
export function isOfType(bytes: Uint8Array, contentType: string): boolean {
  const begins = FILE_TYPES[contentType]?.begins;
  return !begins || begins.every((byte, index) => bytes[index] === byte);
}

/** The file's name without any path, and with the extension of its type. */
export function filenameOf(named: string | null, disposition: string | null, contentType: string): string {
  const extension = FILE_TYPES[contentType]?.extension ?? 'bin';
  const given = named ?? parse(disposition ?? '').parameters['filename'] ?? 'piece-jointe';
  const bare =
    given
      .replace(/^.*[\\/]/, '')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '')
      .trim()
      .slice(-150) || 'piece-jointe';
  return new RegExp(`\\.${extension === 'jpg' ? 'jpe?g' : extension}$`, 'i').test(bare) ? bare : `${bare}.${extension}`;
}
