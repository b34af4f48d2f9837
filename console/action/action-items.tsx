import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useCustomerName } from '../words/customer-name.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import type { Action } from './action-data.ts';
import { actionWords } from './action-words.ts';

interface ActionItemsProps {
  action: Action;
  customer: NonNullable<Action['customer']>;
}

/** The customer and the items that an action is about, as links. A task can have neither. */
export function ActionItems({ action, customer }: ActionItemsProps) {
  const w = useWords(actionWords);
  const { money } = useFormats();
  const nameOf = useCustomerName();
  return (
    <section aria-label={w.items}>
      <Text fw={600} mb={4}>
        <Anchor component={Link} to={`/clients/${customer.id}`} underline="hover">
          {nameOf(customer)}
        </Anchor>{' '}
        <Text span c="dimmed">
          {customer.reference}
        </Text>
      </Text>
      {action.invoices.length > 0 && (
        <Table fz="sm" verticalSpacing={4} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.number}</Table.Th>
              <Table.Th ta="right">{w.balance}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {action.invoices.map(({ id, number, balance_cents: balanceCents }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
                    {number}
                  </Anchor>
                </Table.Td>
                <Table.Td className="amount">{money(balanceCents, action.currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
