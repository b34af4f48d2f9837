import type { Asked } from '../../activities/ask-provider.ts';
import type { Activities } from '../../activities/create-activities.ts';
import type { HandedOver } from '../../activities/hand-over.ts';
import type { Rendered } from '../../activities/render-message.ts';
import type { TryOutcome } from '../../domain/messages/tries.ts';
import { SandboxRun } from './sandbox.ts';

export const AT = '2026-04-16T07:00:00.000Z';
export const after = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

export const ACCEPTED: TryOutcome = { kind: 'accepted', reference: 'mail-1' };
export const UNKNOWN: TryOutcome = { kind: 'unknown', code: 'connection_lost', detail: 'socket hang up' };
export const BUSY: TryOutcome = { kind: 'not_accepted', code: '429', detail: 'too many', retryAfterMs: null };
export const UNREADABLE: TryOutcome = { kind: 'unreadable', detail: 'the message could not be read' };
export const REFUSED: TryOutcome = { kind: 'refused', code: '422', detail: 'bad address' };

interface World {
  rendered?: Rendered | (() => Rendered);
  /** How each try ends; the last one is repeated for ever. */
  tries?: (TryOutcome | Error)[];
  /** What each hand-over returns; `go` when not given. */
  handOvers?: (HandedOver | HandedOver['kind'])[];
  /** What the provider answers when asked; the last answer is repeated for ever. */
  asked?: (Asked | Error)[];
  /** The instant of the next try, as the recording of a try returns it. */
  recorded?: { nextTryAt: string } | null;
}

/** A message in the sandbox: the test decides what the provider and the hand-over answer. */
export async function send(world: World = {}) {
  const { rendered = { kind: 'ready' }, tries = [ACCEPTED], handOvers = [], asked = [], recorded = null } = world;
  let tried = 0;
  let handed = 0;
  let asks = 0;
  const next = <Answer>(answer: Answer | Error): Answer => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const answers = (name: keyof Activities): unknown => {
    if (name === 'renderMessage') return typeof rendered === 'function' ? rendered() : rendered;
    if (name === 'recordTry') return recorded;
    if (name === 'askProvider') return next(asked[Math.min(asks++, asked.length - 1)] ?? { kind: 'not_found' });
    if (name === 'deliverMessage') return next(tries[Math.min(tried++, tries.length - 1)]);
    if (name !== 'handOver') return null;
    const judged = handOvers[handed++] ?? 'go';
    return typeof judged === 'string' ? { kind: judged } : judged;
  };
  const run = await SandboxRun.start({ type: 'message', input: { creditorId: 'c', messageId: 'm' }, at: AT, answers });
  const of = (name: keyof Activities) => run.calls.filter((call) => call.name === name);
  return {
    run,
    tries: () => of('deliverMessage').map(({ at }) => (Date.parse(at) - Date.parse(AT)) / 60_000),
    handOvers: () => of('handOver').map(({ input }) => (input as { unknown: boolean }).unknown),
    settled: () => of('settleMessage').map(({ input }) => (input as { outcome: object }).outcome),
    asks: () => of('askProvider').map(({ at }) => (Date.parse(at) - Date.parse(AT)) / 60_000),
    names: () => run.calls.map(({ name }) => name),
  };
}
