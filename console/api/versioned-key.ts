/**
 * The key of something that is read with its version (`{ data, etag }`), to be changed. Whoever only shows it keeps another shape,
 * under the plain key: one key must hold one shape, or a page gets what another has read.
 */
export const versionedKey = (...key: readonly unknown[]) => [...key, 'versioned'];
