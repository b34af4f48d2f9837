const ENCODED = /filename\*\s*=\s*UTF-8''([^;\s]+)/i;
const QUOTED = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i;
const BARE = /filename\s*=\s*([^;\s"]+)/i;

/** The file name in a response (`Content-Disposition`); null when there is none. */
export function fileNameOf(disposition: string | null): string | null {
  const header = disposition ?? '';
  return (
    decoded(ENCODED.exec(header)?.[1]) ??
    QUOTED.exec(header)?.[1]?.replaceAll(/\\(.)/g, '$1') ??
    BARE.exec(header)?.[1] ??
    null
  );
}

function decoded(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
