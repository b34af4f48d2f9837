import { FactRefused } from '../refused.ts';

/** Runs `work`, and prefixes the pointers of its refusals with the part of the input that `work` handles. */
export async function refusalsWithin<Result>(pointer: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FactRefused)) throw error;
    const errors = error.errors.map((fault) => ({
      ...fault,
      pointer: fault.pointer.startsWith('/invoice_ids') ? fault.pointer : pointer + fault.pointer,
    }));
    throw new FactRefused(error.kind, error.code, error.detail, errors);
  }
}
