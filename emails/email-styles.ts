import type { CSSProperties } from 'react';

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Inline styles, because mail clients drop style sheets; the classes below only add the dark colours and the small screen. */
export const STYLES = {
  body: { margin: 0, padding: '24px 12px', backgroundColor: '#f4f5f7', fontFamily: FONT },
  preheader: { display: 'none', maxHeight: 0, maxWidth: 0, overflow: 'hidden', opacity: 0, lineHeight: '1px' },
  card: { maxWidth: 640, margin: '0 auto', padding: '28px 32px', backgroundColor: '#ffffff', borderRadius: 8 },
  company: { margin: '0 0 20px', fontSize: 16, lineHeight: '22px', fontWeight: 700, color: '#1d1d1f' },
  test: { margin: '0 0 16px', fontSize: 12, lineHeight: '16px', color: '#5b6068' },
  text: { margin: '0 0 14px', fontSize: 15, lineHeight: '23px', color: '#1d1d1f' },
  heading2: { margin: '20px 0 10px', fontSize: 19, lineHeight: '26px', fontWeight: 700, color: '#1d1d1f' },
  heading3: { margin: '16px 0 8px', fontSize: 16, lineHeight: '23px', fontWeight: 700, color: '#1d1d1f' },
  list: { margin: '0 0 14px', padding: '0 0 0 22px', fontSize: 15, lineHeight: '23px', color: '#1d1d1f' },
  link: { color: '#1a4f8b', textDecoration: 'underline' },
  table: { width: '100%', borderCollapse: 'collapse', margin: '4px 0 18px' },
  head: { padding: '8px 6px', fontSize: 12, fontWeight: 700, color: '#1d1d1f', borderBottom: '2px solid #1d1d1f' },
  cell: { padding: '8px 6px', fontSize: 14, color: '#1d1d1f', borderBottom: '1px solid #d9dce1', verticalAlign: 'top' },
  total: { padding: '10px 6px', fontSize: 14, fontWeight: 700, color: '#1d1d1f' },
  note: { display: 'block', fontSize: 12, fontStyle: 'italic', color: '#5b6068' },
  bank: { margin: '18px 0 0', padding: '12px 14px', border: '1px solid #d9dce1', borderRadius: 6 },
  bankLine: { margin: 0, fontSize: 13, lineHeight: '20px', color: '#1d1d1f' },
  codeCaption: { margin: 0, fontSize: 12, lineHeight: '18px', color: '#5b6068' },
  footer: {
    maxWidth: 640,
    margin: '14px auto 0',
    fontSize: 12,
    lineHeight: '18px',
    color: '#5b6068',
    textAlign: 'center',
  },
} as const satisfies Record<string, CSSProperties>;

/** Gives readable colours in clients that support dark mode; those clients lighten the author's own colours themselves. */
export const STYLE_SHEET = `
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #16181b !important; }
  .card { background-color: #212429 !important; }
  .ink { color: #f1f2f4 !important; border-color: #4a4f57 !important; }
  .muted { color: #aeb4bd !important; }
  .link { color: #8ab8f0 !important; }
}
@media (max-width: 520px) {
  .card > tbody > tr > td { padding: 20px 16px !important; }
  .wide { display: none !important; }
}`;
