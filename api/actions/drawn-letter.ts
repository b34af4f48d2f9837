import type { Draft } from '../../facts/messages/drawing/draft.ts';
import { renderLetter } from '../../letters/render-letter.ts';

/** The letter of a draft as a `data:` URL that contains its PDF; nothing of it is stored. */
export async function drawnLetter({ texts, content }: Pick<Draft, 'texts' | 'content'>): Promise<string> {
  const pdf = await renderLetter(texts.letter, content);
  return `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`;
}
