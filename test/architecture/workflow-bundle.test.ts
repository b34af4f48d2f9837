import { describe, expect, it } from 'vitest';
import { workflowBundleFaults } from '../../scripts/architecture/workflow-bundle.ts';

const module = (source: string, ...dependencies: string[]) => ({
  source,
  dependencies: dependencies.map((resolved) => ({ resolved, dependencyTypes: ['local'] })),
});

describe('The workflow bundle', () => {
  it('may carry workflows, pure rules and Temporal’s own packages', () => {
    const modules = [
      module('workflows/invoice.ts', 'domain/case/state.ts', 'node_modules/@temporalio/workflow/lib/index.d.ts'),
      module('domain/case/state.ts'),
    ];
    expect(workflowBundleFaults(modules)).toEqual([]);
  });

  it('may not carry time zones, however far away they are', () => {
    const modules = [
      module('workflows/invoice.ts', 'domain/case/explain.ts'),
      module('domain/case/explain.ts', 'domain/calendar/local-time.ts'),
      module('domain/calendar/local-time.ts', 'node_modules/temporal-polyfill/implementation.d.ts'),
    ];
    expect(workflowBundleFaults(modules)).toEqual([
      'the workflow bundle carries node_modules/temporal-polyfill/implementation.d.ts ← domain/calendar/local-time.ts ← domain/case/explain.ts ← workflows/invoice.ts',
    ]);
  });

  it('may not carry the database or the machine', () => {
    expect(workflowBundleFaults([module('workflows/invoice.ts', 'prisma/client.ts', 'fs')])).toHaveLength(2);
  });

  it('carries no types', () => {
    const typeOnly = { resolved: 'activities/plan-case.ts', dependencyTypes: ['local', 'type-only'] };
    expect(workflowBundleFaults([{ source: 'workflows/invoice.ts', dependencies: [typeOnly] }])).toEqual([]);
  });

  it('was not looked at when no workflow was read', () => {
    expect(workflowBundleFaults([module('domain/case/state.ts')])).toEqual(['workflows/: not one module was read']);
  });
});
