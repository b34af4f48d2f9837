import { writeFile } from 'node:fs/promises';
import { capabilitiesPage } from './capabilities/page.ts';

// `npm run capabilities`: writes docs/capabilities.md from the titles of the tests.
const PAGE = new URL('../docs/capabilities.md', import.meta.url);
await writeFile(PAGE, await capabilitiesPage());
console.log('docs/capabilities.md is written.');
