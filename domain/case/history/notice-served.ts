import type { HistoryData } from './kinds.ts';

/** An electronic registered delivery promises nothing of the kind. */
const REGISTERED: readonly unknown[] = ['registered', 'lre_qualified'];

/** Whether a formal notice that the recipient did not take was presented to him by a registered letter, on paper or qualified. */
export const isNoticeServed = ({ status, level, letterKind }: HistoryData): boolean =>
  (status === 'refused' || status === 'unclaimed') && level === 3 && REGISTERED.includes(letterKind);
