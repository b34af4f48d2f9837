import type { Endpoint } from '../frame/endpoint.ts';
import { createNoteEndpoint } from './create-note.ts';

export const noteRoutes: readonly Endpoint[] = [createNoteEndpoint];
