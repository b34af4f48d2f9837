import { faultSentence } from '../states/fault-words.ts';
import { currentLanguage } from '../words/language.ts';

/** What went wrong with a request, as the API's problem details say it (RFC 9457). `status` 0: nobody answered. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: { pointer: string; detail: string; fix: string }[];

  constructor(status: number, code: string, detail: string, errors: ApiProblem['errors'] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }

  /** Of a response that is not ok; one that is no problem document keeps its status alone. */
  static async from(response: Response): Promise<ApiProblem> {
    try {
      const body = (await response.json()) as { code?: string; detail?: string; errors?: ApiProblem['errors'] };
      return new ApiProblem(response.status, body.code ?? 'unknown', body.detail ?? '', body.errors ?? []);
    } catch {
      return new ApiProblem(response.status, 'unknown', '');
    }
  }
}

export const unreachable = (): ApiProblem => new ApiProblem(0, 'unreachable', '');

/** Nobody answers, or what is behind does not: it is worth trying again, and nothing was lost. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 503 || error.status === 502);

/** What the API says about one field of the body, e.g. `faultOf(error, '/reason')`. */
export function faultOf(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const fault = error.errors.find((one) => one.pointer === pointer);
  return fault && faultSentence(fault.detail, currentLanguage());
}
