// `npm test`: everything that is checked, or `npm test -- test/domain` for some test files.
import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('scripts/check.ts');
