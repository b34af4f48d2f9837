// `npm test` runs all tests and checks; `npm test -- test/domain` runs some test files.
import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('scripts/check.ts');
