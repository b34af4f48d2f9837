import type { Schema } from '../api/client.ts';
import { defineWords } from '../words/words.ts';

type Bucket = Schema<'Dashboard'>['ageing'][number]['bucket'];

/** Headings of the columns by age of the debt. */
export const ageWords = defineWords(
  {
    not_due: 'Non échu',
    '0_30': '0–30\u00a0j',
    '31_60': '31–60\u00a0j',
    '61_90': '61–90\u00a0j',
    over_90: '>\u00a090\u00a0j',
  },
  {
    not_due: 'Not due',
    '0_30': '0–30 d',
    '31_60': '31–60 d',
    '61_90': '61–90 d',
    over_90: '> 90 d',
  },
);

/** The filters of the work list that find the open invoices of an age. */
export const OF_AGE: Record<Bucket, { status: string; days_late_min?: number; days_late_max?: number }> = {
  not_due: { status: 'open', days_late_max: -1 },
  '0_30': { status: 'open', days_late_min: 0, days_late_max: 30 },
  '31_60': { status: 'open', days_late_min: 31, days_late_max: 60 },
  '61_90': { status: 'open', days_late_min: 61, days_late_max: 90 },
  over_90: { status: 'open', days_late_min: 91 },
};
