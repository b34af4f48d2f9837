const PARAMETER = /;\s*(?!q\s*=)[\w!#$%&'*+.^`|~-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/**
 * An `Accept` with its types and their weights alone. A type's own parameters (`charset`, `header`) never stand against it: what is
 * sent is sent in one form, and says which.
 */
export const bareAccept = (accept: string): string => accept.replaceAll(PARAMETER, '');
