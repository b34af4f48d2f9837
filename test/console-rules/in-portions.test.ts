import { expect, it } from 'vitest';
import { inPortions, NOTHING_YET, portionOf, type Progress } from '../../console/pages/agenda/bulk/in-portions.ts';

// 60 actions are confirmed together, 6 at a time.

const ids = Array.from({ length: 60 }, (_, index) => `action ${index + 1}`);
const all = async (portion: string[]) => ({ accepted: portion.length, refused: [] });

it('after a stop nothing more is sent than what was under way, and the rest can be sent later', async () => {
  const sent: string[] = [];
  let isStopped = false;
  const send = (portion: string[]) => {
    sent.push(...portion);
    // The button is pressed while the second portion is being sent.
    if (sent.length > 6) isStopped = true;
    return all(portion);
  };
  const steps: number[] = [];
  const moved = ({ answered }: Progress) => void steps.push(answered);
  const stopped = await inPortions(ids, NOTHING_YET, send, { isStopped: () => isStopped, moved });
  expect([stopped.answered, stopped.accepted, sent.length]).toEqual([12, 12, 12]);
  const whole = await inPortions(ids, stopped, send, { isStopped: () => false, moved });
  expect([whole.accepted, sent]).toEqual([60, ids]);
  expect(steps).toEqual([6, 12, 18, 24, 30, 36, 42, 48, 54, 60]);
});

it('what was refused is told apart, each with its reason, whatever was refused before', async () => {
  const refusal = (id: string) => ({ id, code: 'held', detail: 'The invoices of this reminder are held.' });
  const firstOfEach = async ([first, ...others]: string[]) => ({
    accepted: others.length,
    refused: [refusal(first!)],
  });
  const steering = { isStopped: () => false, moved: () => undefined };
  const { accepted, refused } = await inPortions(ids, NOTHING_YET, firstOfEach, steering);
  expect(accepted).toBe(50);
  expect(refused.map(({ id }) => id)).toEqual(ids.filter((_, index) => index % 6 === 0));
});

it('a few are decided in as many steps as many, so that progress is seen and a stop leaves something', async () => {
  const few = ids.slice(0, 18);
  const steps: number[] = [];
  const moved = ({ answered }: Progress) => void steps.push(answered);
  await inPortions(few, NOTHING_YET, all, { isStopped: () => false, moved });
  expect(steps).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
  expect([1, 2, 500].map(portionOf)).toEqual([1, 1, 25]);
});
