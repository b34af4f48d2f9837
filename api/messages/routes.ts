import type { Endpoint } from '../frame/endpoint.ts';
import { correctPostingEndpoint } from './correct-posting.ts';
import { dismissReturnEndpoint } from './dismiss-return.ts';
import { getHtmlEndpoint } from './get-html.ts';
import { getLetterEndpoint } from './get-letter.ts';
import { getMessageEndpoint } from './get-message.ts';
import { listMessagesEndpoint } from './list-messages.ts';
import { listSendingLinesEndpoint } from './list-sending-lines.ts';
import { createProofEndpoint, getProofEndpoint, listProofsEndpoint } from './proofs.ts';
import { resolveMessageEndpoint } from './resolve-message.ts';
import { tellLetterEndpoint } from './tell-letter.ts';

export const messageRoutes: readonly Endpoint[] = [
  getHtmlEndpoint,
  getLetterEndpoint,
  getMessageEndpoint,
  listMessagesEndpoint,
  listSendingLinesEndpoint,
  listProofsEndpoint,
  getProofEndpoint,
  createProofEndpoint,
  resolveMessageEndpoint,
  tellLetterEndpoint,
  correctPostingEndpoint,
  dismissReturnEndpoint,
];
