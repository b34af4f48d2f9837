import { isFormalNoticeLevel } from '../../ladder/step.ts';
import type { HistoryData } from './kinds.ts';

/** Letters by which a notice counts as served; a simple electronic registered delivery does not. */
const REGISTERED: readonly unknown[] = ['registered', 'lre_qualified'];

/**
 * Whether a formal notice that the recipient refused or did not fetch was presented by a registered letter, on paper or
 * qualified. A letter whose text is not a formal notice does not count; for letters made before the text was judged,
 * the level decides.
 */
export const isNoticeServed = ({ status, level, letterKind, formalNotice }: HistoryData): boolean =>
  (status === 'refused' || status === 'unclaimed') &&
  isFormalNoticeLevel(level ?? 0) &&
  formalNotice !== false &&
  REGISTERED.includes(letterKind);
