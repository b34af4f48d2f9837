import { apiPart, workerPart } from './node-parts.ts';
import type { PartRunner } from './part-runner.ts';
import type { StackPart } from './parts.ts';
import { type Ports, takeFreePorts } from './ports.ts';

/** Starts further workers and APIs until there are as many as wanted. Returns the addresses of these APIs. */
export async function startCopies(
  runner: PartRunner,
  wanted: readonly StackPart[],
  { dataDir, env, ports }: { dataDir: string; env: Record<string, string>; ports: Ports },
  processes: { api?: number; worker?: number },
): Promise<string[]> {
  const further = (part: 'api' | 'worker') =>
    wanted.includes(part) ? Array.from({ length: (processes[part] ?? 1) - 1 }, (_, index) => index + 2) : [];
  for (const copy of further('worker')) await runner.startCopy(workerPart({ dataDir, env, copy }));
  const apiPorts = await takeFreePorts(further('api').length, Object.values(ports) as number[]);
  for (const [index, copy] of further('api').entries()) {
    const own = { ...env, API_PORT: String(apiPorts[index]) };
    await runner.startCopy(apiPart({ dataDir, env: own, copy }));
  }
  return apiPorts.map((port) => `http://127.0.0.1:${port}`);
}
