import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Problem } from './problem.ts';

/** Wrong keys from one address in a minute before the answer is 429. */
const GUESSES_PER_MINUTE = 300;

/** Called for every wrong key, and for nothing else: a good key is never slowed down. */
export function createGuessLimit(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: GUESSES_PER_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { trustProxy: false },
    handler: (request, _response, next) => {
      const { rateLimit: state } = request as typeof request & { rateLimit?: { resetTime?: Date } };
      const waitMs = (state?.resetTime?.getTime() ?? 0) - Date.now();
      const seconds = String(Math.min(60, Math.max(1, Math.ceil(waitMs / 1000))));
      next(
        new Problem(429, 'too_many_attempts', 'Too many wrong keys from here.', {
          headers: { 'Retry-After': seconds },
        }),
      );
    },
  });
}
