/** Friday 4 December; three more working days end on Wednesday the 9th, so the promise is broken on the morning of the 10th. */
export const PROMISED_ON = '2026-12-04';
export const LAST_MOMENT = '2026-12-09T22:59:59.999Z';
export const BROKEN_AT = '2026-12-09T23:00:00.000Z';
