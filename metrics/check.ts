import pTimeout from 'p-timeout';

export interface Check {
  ok: boolean;
  detail: string;
}

export const PATIENCE_MS = 2_000;

/** Checks whether something answers within two seconds; `otherwise` is the detail when it does not. */
export async function check(ask: () => Promise<unknown>, otherwise: string): Promise<Check> {
  try {
    await pTimeout(ask(), { milliseconds: PATIENCE_MS });
    return { ok: true, detail: 'ok' };
  } catch {
    return { ok: false, detail: otherwise };
  }
}
