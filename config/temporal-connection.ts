import type { Settings } from './settings.ts';

/**
 * No Temporal server answers at the address in the settings. The message is a whole sentence for the person who started the
 * process.
 */
export class TemporalAway extends Error {
  override readonly name = 'TemporalAway';

  constructor({ address }: Pick<Settings['temporal'], 'address'>, cause: unknown) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    super(`No Temporal server answers at TEMPORAL_ADDRESS=${address} (${why}): start it, or mend the address.`, {
      cause,
    });
  }
}

/** The options that `Connection.connect` and `NativeConnection.connect` of the Temporal SDK take for these settings. */
export function temporalConnectionOptions({ address, tls, apiKey }: Settings['temporal']) {
  return {
    address,
    ...(tls && { tls: tlsOptions(tls) }),
    ...(apiKey && { apiKey }),
  };
}

function tlsOptions({ cert, key, ca }: NonNullable<Settings['temporal']['tls']>) {
  return {
    ...(cert && key && { clientCertPair: { crt: cert, key } }),
    ...(ca && { serverRootCACertificate: ca }),
  };
}
