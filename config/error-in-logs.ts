/** Errors with messages written by us or by Temporal, which quote no stored data. */
const SPEAKING = new Set(['CodecKeyError', 'DeterminismViolationError', 'SettingsError']);

/**
 * What a log may contain about an error: its name, code and stack frames. Not its message, unless the message is known to
 * hold nothing personal: the messages of a database or a parser quote stored data.
 */
export function errorInLogs(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code, type } = error as { code?: unknown; type?: unknown };
  return {
    name: error.name,
    ...(SPEAKING.has(error.name) ? { message: error.message } : {}),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...ofDatabase(error),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause ? { cause: errorInLogs(error.cause) } : {}),
  };
}

/** The parts of Postgres's error kept by Prisma that quote no data: the SQLSTATE and the driver adapter's kind of error. */
function ofDatabase(error: Error): { sqlstate?: string; kind?: string } {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: Record<string, unknown> } } };
  const { originalCode, code, kind } = meta?.driverAdapterError?.cause ?? {};
  const sqlstate = [originalCode, code].find((said) => typeof said === 'string' && /^[0-9A-Z]{5}$/.test(said));
  return {
    ...(typeof sqlstate === 'string' ? { sqlstate } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
  };
}
