const NAMED: Record<string, string> = {
  black: '#000000',
  gray: '#808080',
  grey: '#808080',
  red: '#ff0000',
  maroon: '#800000',
  orange: '#ffa500',
  green: '#008000',
  teal: '#008080',
  blue: '#0000ff',
  navy: '#000080',
  purple: '#800080',
  brown: '#a52a2a',
  darkred: '#8b0000',
  darkgreen: '#006400',
  darkblue: '#00008b',
  crimson: '#dc143c',
};

/** The colour of a `style` attribute as `#rrggbb`; null when it has none that we support. */
export function colourOfStyle(style: string): string | null {
  const declaration = /(?:^|;)\s*color\s*:\s*([^;]{1,40})/i.exec(style);
  return declaration ? parseColour(declaration[1]!.trim().toLowerCase()) : null;
}

function parseColour(value: string): string | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex) return hex.length === 6 ? `#${hex}` : `#${[...hex].map((digit) => digit + digit).join('')}`;
  const rgb = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\b/.exec(value);
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((part) => toHex(Number(part)))
      .join('')}`;
  return Object.hasOwn(NAMED, value) ? NAMED[value]! : null;
}

function toHex(part: number): string {
  return Math.min(part, 255).toString(16).padStart(2, '0');
}
