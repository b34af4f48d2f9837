// The worker bundles this file into the workflows' sandbox, and loads it from compiled code: so it is no TypeScript.
import { DefaultFailureConverter } from '@temporalio/common';

/** Puts the messages and stack traces of failures where the codec encrypts them: they may quote what was stored. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
