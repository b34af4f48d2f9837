import { isFormalNoticeLevel } from '../../ladder/step.ts';
import type { HistoryData } from './kinds.ts';

/** An electronic registered delivery promises nothing of the kind. */
const REGISTERED: readonly unknown[] = ['registered', 'lre_qualified'];

/**
 * Whether a formal notice that the recipient did not take was presented to him by a registered letter, on paper or qualified. One whose
 * text says no such thing is none; of what was kept before that was judged the level decides.
 */
export const isNoticeServed = ({ status, level, letterKind, formalNotice }: HistoryData): boolean =>
  (status === 'refused' || status === 'unclaimed') &&
  isFormalNoticeLevel(level ?? 0) &&
  formalNotice !== false &&
  REGISTERED.includes(letterKind);
