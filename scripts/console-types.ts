import { writeFileSync } from 'node:fs';
import { consoleTypes } from './console/write-types.ts';

// `npm run console:types`: run after a change of the API, to update the types that the console uses.
writeFileSync('console/api/schema.ts', await consoleTypes());
