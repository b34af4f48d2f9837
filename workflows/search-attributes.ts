import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * Search attributes of the workflows, for filters by operations. No personal data: search attributes are never
 * encrypted.
 */
export const SEARCH_ATTRIBUTES = {
  DunningStatus: defineSearchAttributeKey('DunningStatus', 'KEYWORD'),
  DunningLevel: defineSearchAttributeKey('DunningLevel', 'INT'),
  CustomerId: defineSearchAttributeKey('CustomerId', 'KEYWORD'),
  Collector: defineSearchAttributeKey('Collector', 'KEYWORD'),
  NextActionAt: defineSearchAttributeKey('NextActionAt', 'DATETIME'),
  BalanceCents: defineSearchAttributeKey('BalanceCents', 'INT'),
} as const;
