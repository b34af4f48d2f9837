import { parseBody } from './parse-body.ts';
import { serializeBody } from './serialize-body.ts';

/**
 * The body as it is stored: only p, h2, h3, ul, ol, li, br, a, strong, em, u, and span with a colour. Sanitizing twice
 * changes nothing. `warnings` name what was dropped, in French sentences.
 */
export function sanitizeBody(bodyHtml: string): { bodyHtml: string; warnings: string[] } {
  const { blocks, warnings } = parseBody(bodyHtml);
  return { bodyHtml: serializeBody(blocks), warnings };
}
