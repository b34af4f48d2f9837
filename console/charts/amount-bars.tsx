import { Skeleton } from '@mantine/core';
import { lazy } from 'react';
import { OnDemand } from '../states/on-demand.tsx';

/** A bar: its name, its amount and its colour. Levels have their own colours. */
export interface Bar {
  name: string;
  cents: number;
  color?: string;
}

export interface AmountBarsProps {
  /** Description of the chart for screen readers. The figures are in the table beside it. */
  label: string;
  bars: readonly Bar[];
  currency: string;
  height?: number;
}

// The chart library is large: it is loaded when a chart is first shown.
const DrawnBars = lazy(async () => ({ default: (await import('./drawn-bars.tsx')).DrawnBars }));

/** A bar chart of amounts. */
export function AmountBars({ height = 180, ...props }: AmountBarsProps) {
  return (
    <OnDemand meanwhile={<Skeleton height={height} radius="sm" />}>
      <DrawnBars {...props} height={height} />
    </OnDemand>
  );
}
