import { expect, it } from 'vitest';
import * as offered from '../../console/level/kinds.ts';
import { HOLD_KINDS } from '../../domain/case/state.ts';
import * as steps from '../../domain/ladder/step.ts';
import { TEMPLATE_KINDS } from '../../domain/messages/template-kinds.ts';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';

it.each([
  ['kinds of customer', offered.CUSTOMER_KINDS, DEBTOR_KINDS],
  ['kinds of hold', offered.HOLD_KINDS, HOLD_KINDS],
  ['channels of a message', offered.MESSAGE_CHANNELS, steps.MESSAGE_CHANNELS],
  ['channels', offered.CHANNELS, steps.CHANNELS],
  ['kinds of template', offered.TEMPLATE_KINDS, TEMPLATE_KINDS],
  ['kinds of letter', offered.LETTER_KINDS, steps.LETTER_KINDS],
  ['anchors', offered.STEP_ANCHORS, steps.STEP_ANCHORS],
  ['modes', offered.STEP_MODES, steps.STEP_MODES],
])('the console offers all %s that the server knows, and no other', (_, here, there) => {
  expect(here.toSorted()).toEqual(there.toSorted());
});
