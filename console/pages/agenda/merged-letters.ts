import { ApiProblem, unreachable } from '../../api/problem.ts';

/** The letters of these actions as one PDF, in this order. Throws an ApiProblem. */
export async function mergedLetters(ids: readonly string[]): Promise<Blob> {
  const response = await fetch('/v1/actions/letters.pdf', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ids }),
  }).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await ApiProblem.from(response);
  return response.blob();
}
