/** What an operator can start, by name: the same in a checkout (`npm run NAME`) and in an image. */
export const parts = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  migrate: 'scripts/migrate.ts',
  mailbox: 'scripts/mailbox/main.ts',
  user: 'scripts/user.ts',
  'codec-server': 'scripts/codec-server/main.ts',
  'make-current': 'scripts/make-current.ts',
  restored: 'scripts/restored.ts',
  'search-attributes': 'scripts/search-attributes.ts',
};
