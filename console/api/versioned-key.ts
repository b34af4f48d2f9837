/**
 * The query key for a record that is read with its version (`{ data, etag }`) to be changed. Code that only shows the
 * record stores another shape under the plain key: all data under one key must have the same shape.
 */
export const versionedKey = (...key: readonly unknown[]) => [...key, 'versioned'];
