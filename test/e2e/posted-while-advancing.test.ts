import { expect, inject, it } from 'vitest';
import { Business } from './business.ts';
import { CaseFile } from './case-file.ts';
import { dateInFrance, plus } from './french-days.ts';

/** Old enough for R1 to leave at the next send hour of a working day. */
const LATE_DAYS = 60;
const BEFORE = 20;
const MEANWHILE_AT_MOST = 30;

it('what is posted while the clock advances and is due on the way leaves too, and the advance answers', async () => {
  const business = new Business(inject('stack'));
  const issuedOn = plus(dateInFrance((await business.clock()).now_at), -LATE_DAYS);
  const open = () => CaseFile.open(business, { issuedOn });
  const cases = await Promise.all(Array.from({ length: BEFORE }, open));
  let hasAnswered = false;
  const advancing = business.ask('POST', '/demo/clock', { advance_days: 4 }).finally(() => (hasAnswered = true));
  while (!hasAnswered && cases.length < BEFORE + MEANWHILE_AT_MOST) cases.push(await open());
  const answer = await advancing;
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  expect(cases.length).toBeGreaterThan(BEFORE);
  for (const one of cases) {
    const { next } = await one.dunning();
    expect(Date.parse(next.due_at)).toBeGreaterThan(Date.parse(answer.body.now_at));
  }
  for (const one of cases.slice(0, BEFORE)) expect(await one.mails()).toHaveLength(1);
});
