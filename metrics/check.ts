export interface Check {
  ok: boolean;
  detail: string;
}

export const PATIENCE_MS = 2_000;

/** Whether something answers, within two seconds; `otherwise` is what is said when it does not. */
export async function check(ask: () => Promise<unknown>, otherwise: string): Promise<Check> {
  try {
    await inTime(ask(), PATIENCE_MS);
    return { ok: true, detail: 'ok' };
  } catch {
    return { ok: false, detail: otherwise };
  }
}

/** The same work, given up after so long. */
export async function inTime<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('too late'));
    }, patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
