import { defineWords } from '../words/words.ts';

/** Why a message was made. */
export const originWords = defineWords(
  {
    step: 'étape du scénario',
    manual: 'relance manuelle',
    run: 'relance groupée',
    specific_action: 'action spécifique',
    statement: 'état d’impayés',
    acknowledgement: 'accusé de réception',
    internal: 'message interne',
  },
  {
    step: 'step of the scenario',
    manual: 'reminder by hand',
    run: 'reminder run',
    specific_action: 'specific action',
    statement: 'statement',
    acknowledgement: 'acknowledgement',
    internal: 'internal message',
  },
);
