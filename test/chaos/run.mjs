// `npm run chaos -- --seed N [--case NAME] [--size small]`, or `-- --mutants`.
import { runTypeScript } from '../../scripts/bootstrap.mjs';

await runTypeScript('test/chaos/main.ts');
