// `npm run stack:cluster`: the product against a production Temporal server on Postgres.
import { runTypeScript } from './bootstrap.mjs';

await runTypeScript('scripts/cluster.ts');
