import type { RequestListener, ServerResponse } from 'node:http';

/**
 * The requests under way. When the process is told to stop, each connection is closed with its answer, which a client
 * would otherwise keep open for its next request; so the process ends with the last of them.
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
