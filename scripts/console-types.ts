import { writeFileSync } from 'node:fs';
import { consoleTypes } from './console/write-types.ts';

// `npm run console:types`: after a change of the API, so that the console is typed by it.
writeFileSync('console/api/schema.ts', await consoleTypes());
