import { expect, inject, it } from 'vitest';
import { DemoTime } from '../../../api/demo/demo-time.ts';
import { sharedClient } from '../shared-client.ts';

/** The demonstration's clock in one API process, and the promise that its advance waits for first. */
function apiProcess(now: () => Promise<Date>): DemoTime {
  const clock = { now, refresh: () => undefined };
  return new DemoTime({ db: sharedClient(), dispatcher: null as never, clock, databaseUrl: inject('databaseUrl') });
}

const wentOn = new Error('it went on');

it('one advance of the demonstration clock at a time, of all the APIs of an installation: 409 in another process, until the first is over', async () => {
  let end: ((error: Error) => void) | null = null;
  const first = apiProcess(() => new Promise((_, reject) => (end = reject)));
  const advancing = expect(first.advance(1, 'Europe/Paris')).rejects.toBe(wentOn);
  await expect.poll(() => end).not.toBeNull();
  const second = apiProcess(() => Promise.reject(wentOn));
  await expect(second.advance(1, 'Europe/Paris')).rejects.toMatchObject({ status: 409, code: 'advance_under_way' });
  end!(wentOn);
  await advancing;
  await expect(second.advance(1, 'Europe/Paris')).rejects.toBe(wentOn);
});
