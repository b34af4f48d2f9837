import type { Worker } from '@temporalio/worker';

/**
 * Runs the workers of one process until they are told to stop. When one of them fails, the others are shut down and its
 * error is thrown: a process with only some of its workers would look alive, and nobody would restart it.
 */
export async function runTogether(workers: readonly Pick<Worker, 'run' | 'shutdown' | 'getState'>[]): Promise<void> {
  const run = async (one: (typeof workers)[number]): Promise<void> => {
    try {
      await one.run();
    } catch (error) {
      for (const other of workers) if (other.getState() === 'RUNNING') other.shutdown();
      throw error;
    }
  };
  const ends = await Promise.allSettled(workers.map(run));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
