import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { Problem } from './problem.ts';

/** Wrong keys and signatures from one address in a minute before the answer is 429. A key has 192 random bits: none is ever found so. */
const GUESSES_PER_MINUTE = 300;

/**
 * Called for every wrong key and every webhook that is not signed as agreed, and for nothing else: a good key is never slowed down, whatever others try from its address.
 * The first guess too many of a minute is logged with the address that it came from, so that it can be shut out.
 */
export function createGuessLimit(log: Logger): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: GUESSES_PER_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { trustProxy: false },
    handler: (request, _response, next) => {
      const { rateLimit: state } = request as typeof request & { rateLimit?: { resetTime?: Date; used?: number } };
      if (state?.used === GUESSES_PER_MINUTE + 1)
        log.warn({ address: request.ip }, 'keys or signatures are being guessed');
      const waitMs = (state?.resetTime?.getTime() ?? 0) - Date.now();
      const seconds = String(Math.min(60, Math.max(1, Math.ceil(waitMs / 1000))));
      next(
        new Problem(429, 'too_many_attempts', 'Too many wrong keys or signatures from here.', {
          headers: { 'Retry-After': seconds },
        }),
      );
    },
  });
}
