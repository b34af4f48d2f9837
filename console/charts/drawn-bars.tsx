import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { smallestIn } from '../words/decimals.ts';
import { useFormats } from '../words/formats.ts';
import type { AmountBarsProps } from './amount-bars.tsx';

const INK = 'var(--quiet)';

/** The bars, drawn with the chart library. */
export function DrawnBars({ label, bars, currency, height }: AmountBarsProps & { height: number }) {
  const { money, language } = useFormats();
  const smallest = smallestIn(currency ?? 'EUR');
  const short = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={height}
        data={bars.map(({ name, cents, color }) => ({ name, amount: cents / smallest, color: color ?? INK }))}
        dataKey="name"
        series={[{ name: 'amount', label, color: INK }]}
        valueFormatter={(amount) => money(Math.round(amount * smallest), currency)}
        xAxisProps={{ interval: 0 }}
        yAxisProps={{ tickCount: 4, tickFormatter: (amount: number) => short.format(amount), width: 52 }}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={64}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ radius: [3, 3, 0, 0], isAnimationActive: false }}
      />
    </div>
  );
}
