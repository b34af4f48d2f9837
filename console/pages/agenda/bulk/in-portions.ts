/** So many at a time: the progress moves, and a lost answer concerns few. */
export const PORTION = 25;

/** The code of what a person is still at, who opened it while the others leave: it waits for him. */
export const UNFINISHED = 'unfinished';

export interface Refused {
  id: string;
  code: string;
  detail: string;
}

/** How far it is: of the first `answered` it is known what came of them. */
export interface Progress {
  answered: number;
  accepted: number;
  refused: readonly Refused[];
}

export const NOTHING_YET: Progress = { answered: 0, accepted: 0, refused: [] };

/** Decides about these actions, at most 500; each may be refused by itself. */
export type Decide = (ids: string[]) => Promise<{ accepted: number; refused: readonly Refused[] }>;

interface Steering {
  /** Asked before each portion: the rest is left as it is. */
  isStopped: () => boolean;
  moved: (progress: Progress) => void;
}

/** Decides portion by portion, from where it was left; answers how far it came. When a portion has no answer, that is thrown. */
export async function inPortions(
  ids: readonly string[],
  from: Progress,
  decide: Decide,
  { isStopped, moved }: Steering,
): Promise<Progress> {
  let progress = from;
  while (progress.answered < ids.length && !isStopped()) {
    const portion = ids.slice(progress.answered, progress.answered + PORTION);
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
