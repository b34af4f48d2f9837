import { Connection, type ConnectionOptions } from '@temporalio/client';

/** Whether a Temporal server answers at `options.address` and knows the namespace. */
export async function namespaceAnswers(options: ConnectionOptions, namespace: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    const opened = await Connection.connect({ ...options, connectTimeout: 2_000 });
    connection = opened;
    await opened.withDeadline(Date.now() + 3_000, () => opened.workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
