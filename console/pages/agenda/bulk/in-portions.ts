/** Actions per request at most: a lost answer concerns few. */
const LARGEST = 25;
const STEPS = 10;

/** How many actions one request decides: a tenth of all, so that progress is seen and a stop leaves something. */
export const portionOf = (total: number): number => Math.min(LARGEST, Math.ceil(total / STEPS));

/** Refused because a user has unfinished edits of it: the action waits until they are finished. */
export const UNFINISHED = 'unfinished';

export interface Refused {
  id: string;
  code: string;
  detail: string;
}

/** Progress: the outcome of the first `answered` actions is known. */
export interface Progress {
  answered: number;
  accepted: number;
  refused: readonly Refused[];
}

export const NOTHING_YET: Progress = { answered: 0, accepted: 0, refused: [] };

/** Decides about these actions, at most 500. Each can be refused on its own. */
export type Decide = (ids: string[]) => Promise<{ accepted: number; refused: readonly Refused[] }>;

interface Steering {
  /** Checked before each portion. When true, the rest is left as it is. */
  isStopped: () => boolean;
  moved: (progress: Progress) => void;
}

/** Decides portion by portion from `from` on, and returns how far it came. Throws when a portion gets no answer. */
export async function inPortions(
  ids: readonly string[],
  from: Progress,
  decide: Decide,
  { isStopped, moved }: Steering,
): Promise<Progress> {
  let progress = from;
  const size = portionOf(ids.length);
  while (progress.answered < ids.length && !isStopped()) {
    const portion = ids.slice(progress.answered, progress.answered + size);
    const { accepted, refused } = await decide(portion);
    progress = {
      answered: progress.answered + portion.length,
      accepted: progress.accepted + accepted,
      refused: [...progress.refused, ...refused],
    };
    moved(progress);
  }
  return progress;
}
