export { groups } from './groups.ts';
export { importFile } from './import.ts';
export { invoice } from './invoice.ts';
export { message } from './message.ts';
export { reconciliation } from './reconciliation.ts';
export { run } from './run.ts';
export { specificAction } from './specific-action.ts';
