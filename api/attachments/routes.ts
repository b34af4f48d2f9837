import type { Endpoint } from '../frame/endpoint.ts';
import { createAttachmentEndpoint } from './create-attachment.ts';
import { getAttachmentEndpoint } from './get-attachment.ts';

export const attachmentRoutes: readonly Endpoint[] = [createAttachmentEndpoint, getAttachmentEndpoint];
