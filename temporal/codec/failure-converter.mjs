// The worker bundles this file into the workflows' sandbox, and also loads it from compiled code: therefore it is not
// TypeScript.
import { DefaultFailureConverter } from '@temporalio/common';

/** Moves messages and stack traces of failures into the encrypted part: they may quote stored data. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
