import type { RequestListener, ServerResponse } from 'node:http';

/**
 * The requests under way, so that a process that is told to stop ends with the last of them: each of their connections is
 * closed with its answer, where a client would keep it open for the next request.
 */
export class UnderWay {
  readonly #responses = new Set<ServerResponse>();
  #isStopping = false;

  around(serve: RequestListener): RequestListener {
    return (request, response) => {
      this.#responses.add(response);
      response.once('close', () => this.#responses.delete(response));
      if (this.#isStopping) response.setHeader('Connection', 'close');
      serve(request, response);
    };
  }

  stop(): void {
    this.#isStopping = true;
    for (const response of this.#responses) if (!response.headersSent) response.setHeader('Connection', 'close');
  }
}
