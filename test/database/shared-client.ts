import { inject } from 'vitest';
import { createDatabase, type Database } from '../../prisma/client.ts';

let client: Database | undefined;

/** The one client of all files of the project, which run in one process: a new client would plan every query again. */
export const sharedClient = (): Database => (client ??= createDatabase(inject('databaseUrl'), 12));
