import { Skeleton } from '@mantine/core';
import { lazy } from 'react';
import { OnDemand } from '../states/on-demand.tsx';

/** A bar: its name, its amount, and its colour; levels have one, all else is ink. */
export interface Bar {
  name: string;
  cents: number;
  color?: string;
}

export interface AmountBarsProps {
  /** What the chart shows, for those who do not see it; the figures stand in the table beside. */
  label: string;
  bars: readonly Bar[];
  currency: string;
  height?: number;
}

// Charts are heavy: whoever shows one loads them then.
const DrawnBars = lazy(async () => ({ default: (await import('./drawn-bars.tsx')).DrawnBars }));

/** Amounts as bars. */
export function AmountBars({ height = 180, ...props }: AmountBarsProps) {
  return (
    <OnDemand meanwhile={<Skeleton height={height} radius="sm" />}>
      <DrawnBars {...props} height={height} />
    </OnDemand>
  );
}
