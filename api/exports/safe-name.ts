/** File names that Windows reserves. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/** A text as part of a file name that no system reads as a path, an option or a device. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
    .replaceAll(/\.{2,}/g, '_')
    .slice(0, LONGEST)
    .replaceAll(/^[.-]+|[. ]+$/g, '_');
  return plain === '' || RESERVED.test(plain) ? `${plain}_` : plain;
}

/** Returns a function that makes repeated names different, also on systems that ignore upper and lower case. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let unique = name;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${name}_${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}
