import { faultSentence } from '../states/fault-words.ts';
import { currentLanguage } from '../words/language.ts';

/**
 * What went wrong with a request, from the API's problem details (RFC 9457). `status` is 0 when the server did not
 * answer.
 */
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

  /** Reads a response that is not ok. When its body is no problem document, only the status is kept. */
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

/** Whether the server, or something behind it, did not answer: trying again can succeed. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 503 || error.status === 502);

/** The API's message about one field of the body, e.g. `faultOf(error, '/reason')`. */
export function faultOf(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const fault = error.errors.find((one) => one.pointer === pointer);
  return fault && faultSentence(fault.detail, currentLanguage());
}
