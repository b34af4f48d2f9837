import type { ExplanationSnapshot } from '../../../domain/case/explain.ts';

/** A case on Sunday 22 November 2026 that nothing holds and for which nothing is planned. */
export const NOTHING: ExplanationSnapshot = {
  nowAt: '2026-11-22T09:00:00.000Z',
  timeZone: 'Europe/Paris',
  closed: null,
  attention: null,
  holds: [],
  exhausted: false,
  next: null,
};

/** The case's R2, planned for Monday 7 December; each test gives the reasons. */
export const R2_NEXT: NonNullable<ExplanationSnapshot['next']> = {
  ...{ level: 2, kind: 'email', letterKind: null, mode: 'automatic', handed: false },
  ...{ dueAt: '2026-12-07T08:00:00.000Z', rule: 'due_on+15', reasons: [] },
};
