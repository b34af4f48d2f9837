/**
 * What a provider reports about a mail after it was sent. `bounceType` `hard`: the address will never accept a mail.
 */
export interface ProviderNews {
  event: 'sent' | 'delivered' | 'delayed' | 'bounced' | 'complained' | 'failed' | 'opened' | 'clicked';
  bounceType: 'hard' | 'soft' | 'undetermined' | null;
}

export type ReportedStatus = 'sent' | 'delivered' | 'bounced' | 'complained' | 'failed';

/** How far each status is along a message's way. Statuses of the same rank exclude each other. */
const RANK: Record<string, number> = {
  reserved: 0,
  rendered: 0,
  sending: 1,
  ambiguous: 1,
  sent: 2,
  delivered: 3,
  bounced: 4,
  complained: 4,
  failed: 4,
};

const REPORTS: Partial<Record<ProviderNews['event'], ReportedStatus>> = {
  sent: 'sent',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
  failed: 'failed',
};

/**
 * The status of a mail after an event; null when it does not change. Events arrive in any order and more than once, so
 * a status never goes back: a final one (bounced, complained, failed) stays, and so does that of a message which was
 * never handed over or was cancelled.
 */
export function statusAfter(status: string, news: ProviderNews): ReportedStatus | null {
  const reported = REPORTS[news.event];
  const rank = RANK[status];
  if (!reported || rank === undefined || rank === 0) return null;
  return RANK[reported]! > rank ? reported : null;
}

/** Why this report stops the ladder until a person has looked; null when it does not. */
export function attentionAfter(news: ProviderNews): 'hard_bounce' | 'complaint' | null {
  if (news.event === 'complained') return 'complaint';
  return news.event === 'bounced' && news.bounceType === 'hard' ? 'hard_bounce' : null;
}
