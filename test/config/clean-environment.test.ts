import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { environment } from '../../config/environment.ts';
import { cleanEnvironment } from '../../scripts/check/clean-environment.ts';
import { portVariables } from '../../scripts/stack/ports.ts';

const readBeside = ['config/tls.ts', 'scripts/mailbox/settings.ts', 'scripts/codec-server/settings.ts'].flatMap(
  (file) => readFileSync(file, 'utf8').match(/\b[A-Z]+(_[A-Z]+)+\b/g) ?? [],
);

it('no check is handed a setting of ours that is set in the shell: none may reach a real provider or database', () => {
  const ours = [...Object.keys(environment.shape), ...Object.values(portVariables), ...readBeside];
  expect(ours).toEqual(expect.arrayContaining(['PRINT_PROVIDER', 'OIDC_ISSUER', 'CODEC_TOKEN', 'TEMPORAL_TLS']));
  const env = Object.fromEntries(ours.map((name) => [name, 'set']));
  expect(cleanEnvironment({ ...env, PATH: '/bin', RELANCE_CACHE: 'kept' })).toEqual({
    PATH: '/bin',
    RELANCE_CACHE: 'kept',
  });
});
