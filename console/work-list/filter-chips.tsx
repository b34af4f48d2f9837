import { useCustomer } from '../case/case-data.ts';
import { useAddress } from '../frame/use-address.ts';
import { CurrencyChip, FilterChip } from '../table/filter-chip.tsx';
import { useCustomerName } from '../words/customer-name.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { latenessSaid } from './lateness-said.ts';

const words = defineWords(
  {
    allCustomers: 'Voir tous les clients',
    level: (level: string) => `Niveau atteint\u00a0: R${level}`,
    allLevels: 'Voir tous les niveaux',
    allLate: 'Voir tous les retards',
  },
  {
    allCustomers: 'Show all customers',
    level: (level: string) => `Level reached: R${level}`,
    allLevels: 'Show all levels',
    allLate: 'Show every lateness',
  },
);

/**
 * Filters that came with a link, each with a button to remove it: anyone who selects all must know what the list is
 * limited to.
 */
export function FilterChips() {
  const w = useWords(words);
  const { get, set } = useAddress();
  const { language } = useLanguage();
  const [customerId, level] = [get('customer_id'), get('level')];
  const days = (name: string) => (get(name) ? Number(get(name)) : null);
  const late = latenessSaid(days('days_late_min'), days('days_late_max'), language);
  return (
    <>
      {customerId && <CustomerChip id={customerId} clear={() => set({ customer_id: null })} />}
      {level && <FilterChip said={w.level(level)} off={w.allLevels} clear={() => set({ level: null })} />}
      {late && (
        <FilterChip said={late} off={w.allLate} clear={() => set({ days_late_min: null, days_late_max: null })} />
      )}
      <CurrencyChip />
    </>
  );
}

function CustomerChip({ id, clear }: { id: string; clear: () => void }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  const { data } = useCustomer(id);
  return <FilterChip said={data ? nameOf(data) : '…'} off={w.allCustomers} clear={clear} />;
}
