import type { Settings } from './settings.ts';

/** What `Connection.connect` and `NativeConnection.connect` of the Temporal SDK want for these settings. */
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
