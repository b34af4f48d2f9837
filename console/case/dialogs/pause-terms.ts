import type { Hold } from '../case-data.ts';

export const PAUSE_CAUSES = ['other', 'insolvency', 'overindebtedness', 'deceased'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

/** The terms of a pause. An insolvency cause also stops late interest and the fixed recovery sum. */
export interface PauseTerms {
  reason: string;
  until_on: string | null;
  cause: PauseCause | null;
  /** The day of the judgment, if it is known. */
  since_on: string | null;
}

/** The terms of a pause in force, to set it again with. */
export const termsOf = ({
  reason,
  until_on,
  cause,
  since_on,
}: Pick<Hold, 'reason' | 'until_on' | 'cause' | 'since_on'>): PauseTerms => ({
  reason,
  until_on,
  cause: PAUSE_CAUSES.find((one) => one === cause) ?? null,
  since_on,
});
