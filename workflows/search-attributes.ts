import { defineSearchAttributeKey } from '@temporalio/common';

/** What the workflows show of themselves in lists, by which operations filter. No personal data: attributes are never encrypted. */
export const SEARCH_ATTRIBUTES = {
  DunningStatus: defineSearchAttributeKey('DunningStatus', 'KEYWORD'),
  DunningLevel: defineSearchAttributeKey('DunningLevel', 'INT'),
  CustomerId: defineSearchAttributeKey('CustomerId', 'KEYWORD'),
  Collector: defineSearchAttributeKey('Collector', 'KEYWORD'),
  NextActionAt: defineSearchAttributeKey('NextActionAt', 'DATETIME'),
  BalanceCents: defineSearchAttributeKey('BalanceCents', 'INT'),
} as const;
