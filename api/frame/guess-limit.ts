import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { Problem } from './problem.ts';

/**
 * Wrong keys and signatures from one address in a minute before the answer is 429. A key has 192 random bits, so
 * nobody finds one this way.
 */
const GUESSES_PER_MINUTE = 300;

/**
 * Called only for a wrong key and for a webhook with a wrong signature, so that a good key is never slowed down,
 * whatever others at its address try. The first attempt beyond the limit is logged once a minute with its address, so
 * that it can be blocked.
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
