/** A module as dependency-cruiser reports it. */
export interface CruisedModule {
  source: string;
  dependencies: { resolved: string; dependencyTypes: string[] }[];
}

const MAY_CARRY = /^(workflows|domain)\/|^node_modules\/@temporalio\//;
const ENTRIES = /^workflows\//;

/**
 * Modules that the workflow bundle would carry besides workflow code, pure rules and Temporal's own packages. A time
 * zone database or a clock that changes would break a replay, and zod adds a megabyte. Type imports are not carried.
 */
export function workflowBundleFaults(modules: readonly CruisedModule[]): string[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const cameFrom = new Map<string, string | null>();
  const queue = modules.map(({ source }) => source).filter((source) => ENTRIES.test(source));
  if (queue.length === 0) return ['workflows/: not one module was read'];
  for (const entry of queue) cameFrom.set(entry, null);
  const faults: string[] = [];
  for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
    for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? []) {
      if (dependencyTypes.includes('type-only') || cameFrom.has(resolved)) continue;
      cameFrom.set(resolved, source);
      if (!MAY_CARRY.test(resolved)) faults.push(`the workflow bundle carries ${way(resolved, cameFrom)}`);
      else if (!resolved.startsWith('node_modules/')) queue.push(resolved);
    }
  }
  return faults;
}

/** `temporal-polyfill ← domain/calendar/local-time.ts ← workflows/invoice.ts`. */
function way(source: string, cameFrom: ReadonlyMap<string, string | null>): string {
  const steps = [source];
  for (let from = cameFrom.get(source); from; from = cameFrom.get(from)) steps.push(from);
  return steps.join(' ← ');
}
