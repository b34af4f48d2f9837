import { expect, it } from 'vitest';
import { inPortions, NOTHING_YET, type Progress } from '../../console/pages/agenda/bulk/in-portions.ts';

// 60 actions are confirmed together, 25 at a time.

const ids = Array.from({ length: 60 }, (_, index) => `action ${index + 1}`);
const all = async (portion: string[]) => ({ accepted: portion.length, refused: [] });

it('after a stop nothing more is sent than what was under way, and the rest can be sent later', async () => {
  const sent: string[] = [];
  let isStopped = false;
  const send = (portion: string[]) => {
    sent.push(...portion);
    // The button is pressed while the second portion is being sent.
    if (sent.length > 25) isStopped = true;
    return all(portion);
  };
  const steps: number[] = [];
  const moved = ({ answered }: Progress) => void steps.push(answered);
  const stopped = await inPortions(ids, NOTHING_YET, send, { isStopped: () => isStopped, moved });
  expect([stopped.answered, stopped.accepted, sent.length]).toEqual([50, 50, 50]);
  const whole = await inPortions(ids, stopped, send, { isStopped: () => false, moved });
  expect([whole.accepted, sent]).toEqual([60, ids]);
  expect(steps).toEqual([25, 50, 60]);
});

it('what was refused is told apart, each with its reason, whatever was refused before', async () => {
  const refusal = (id: string) => ({ id, code: 'held', detail: 'The invoices of this reminder are held.' });
  const firstOfEach = async ([first, ...others]: string[]) => ({
    accepted: others.length,
    refused: [refusal(first!)],
  });
  const steering = { isStopped: () => false, moved: () => undefined };
  const { accepted, refused } = await inPortions(ids, NOTHING_YET, firstOfEach, steering);
  expect(accepted).toBe(57);
  expect(refused.map(({ id }) => id)).toEqual(['action 1', 'action 26', 'action 51']);
});
