const PARAMETER = /;\s*(?!q\s*=)[\w!#$%&'*+.^`|~-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/**
 * An `Accept` header reduced to types and weights. Parameters of a type (`charset`, `header`) never exclude it: each
 * type is sent in one form, which the answer names.
 */
export const bareAccept = (accept: string): string => accept.replaceAll(PARAMETER, '');
