import type { Action } from '../../prisma/generated/client.ts';
import type { CompleteInput } from '../inputs/sending.ts';
import { conflict, invalid } from '../refused.ts';

/** Refuses to complete an action that is settled, and input that does not apply to this kind of action. */
export function refuseCompletion(action: Pick<Action, 'kind' | 'state' | 'messageId'>, input: CompleteInput): void {
  if (action.state === 'done') throw conflict('already_done', 'This action is done already.');
  if (action.state !== 'open') throw conflict('withdrawn', 'This action was withdrawn or skipped.');
  const fix = 'Leave it out.';
  if (action.kind !== 'letter') {
    if (input.posted_on) throw invalid('not_a_letter', '/posted_on', 'Only a letter is posted.', fix);
    if (input.registered_number)
      throw invalid('not_a_letter', '/registered_number', 'Only a letter has a number.', fix);
    if (input.already_posted !== undefined)
      throw invalid('not_a_letter', '/already_posted', 'Only a letter is posted.', fix);
  }
  const words = input.subject === undefined ? input.body_html && '/body_html' : '/subject';
  if (words && action.kind !== 'letter')
    throw invalid('not_a_letter', words, 'Only a letter was posted in words of one’s own.', fix);
  if (words && action.messageId !== null)
    throw invalid('already_made', words, 'This letter is made: it was posted in its own words.', fix);
  if (input.outcome && action.kind !== 'call')
    throw invalid('not_a_call', '/outcome', 'Only a call has an outcome.', fix);
  if (input.call_again_on && action.kind !== 'call')
    throw invalid('not_a_call', '/call_again_on', 'Only a call is made again.', fix);
}
