const ours =
  /^(DATABASE_|TEMPORAL_|RESEND_|PAYMENTS_|MAILBOX_|API_|POSTGRES_|RELANCE_)|^(EMAIL_FROM|OPERATOR_KEY|PUBLIC_URL|TRUSTED_PROXIES|LOG_LEVEL)$/;
const kept = new Set(['RELANCE_CACHE', 'RELANCE_TEST_DATA']);

/** The environment without any of our settings: no check may reach a real database or provider by accident. */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name) || kept.has(name)));
}
