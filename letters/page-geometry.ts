/** Millimetres in PDF points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

export const PAGE_WIDTH = mm(210);
export const LEFT = mm(20);
export const RIGHT = PAGE_WIDTH - mm(20);
export const WIDTH = RIGHT - LEFT;
export const PAGE_HEIGHT = mm(297);
/** Where the text of the second and later pages begins. */
export const TOP = mm(20);
/** Where text ends; the footer is below. */
export const BOTTOM = PAGE_HEIGHT - mm(22);

/** Where the address shows through a window envelope (NF Z10-011): 85 × 33 mm, at most 6 lines of 38 characters. */
export const ADDRESS_WINDOW = { x: mm(110), y: mm(55), width: mm(85), height: mm(33) } as const;

/** Space in points below a block of the text, and between two lines. */
export interface Spacing {
  after: number;
  lineGap: number;
}

export const USUAL: Spacing = { after: 6, lineGap: 1.2 };
/** Spacing of a letter whose bank details would otherwise take a sheet of their own. */
export const TIGHT: Spacing = { after: 4, lineGap: 0.4 };

export const INK = '#1d1d1f';
export const MUTED = '#5b6068';
export const RULE = '#c9cdd3';
export const LINK = '#1a4f8b';
