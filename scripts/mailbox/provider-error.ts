import type { Response } from 'express';

/** An error in the provider's own form, which its SDK reads: {statusCode, name, message}. */
export function sendProviderError(response: Response, statusCode: number, name: string, message: string): void {
  response.status(statusCode).json({ statusCode, name, message });
}
