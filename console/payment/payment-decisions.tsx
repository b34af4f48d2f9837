import { Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Schema } from '../api/client.ts';
import { standing } from './standing-refunds.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    allocate: 'Affecter…',
    reverse: 'Rejeter…',
    more: 'Autres décisions',
    takeOff: 'Retirer d’une facture…',
    refund: 'Remboursé au client…',
    cancelRefund: 'Annuler un remboursement…',
  },
  {
    allocate: 'Allocate…',
    reverse: 'Reverse…',
    more: 'More decisions',
    takeOff: 'Take off an invoice…',
    refund: 'Paid back to the customer…',
    cancelRefund: 'Cancel a refund…',
  },
);

type Payment = Schema<'Payment'>;

export interface PaymentDialog<Row extends Payment = Payment> {
  kind: 'allocate' | 'takeOff' | 'refund' | 'cancelRefund' | 'reverse';
  payment: Row;
}

interface PaymentDecisionsProps<Row extends Payment> {
  payment: Row;
  /** False for money of another payer, which is not set against other invoices of this customer. */
  isHis: boolean;
  open: (dialog: PaymentDialog<Row>) => void;
}

/** What can be done with a payment; nothing once it is reversed. */
export function PaymentDecisions<Row extends Payment>({ payment, isHis, open }: PaymentDecisionsProps<Row>) {
  const w = useWords(words);
  if (payment.reversal) return null;
  const isFree = isHis && payment.unallocated_cents > 0;
  const isPaidBack = standing(payment.refunds).length > 0;
  const isSpent = payment.allocations.length > 0;
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end" flex={1}>
      {isFree && (
        <Button size="compact-xs" onClick={() => open({ kind: 'allocate', payment })}>
          {w.allocate}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => open({ kind: 'reverse', payment })}>
        {w.reverse}
      </Button>
      {(isFree || isSpent || isPaidBack) && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button size="compact-xs" variant="default" aria-label={w.more} px={4}>
              <IconDots size={14} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isSpent && <Menu.Item onClick={() => open({ kind: 'takeOff', payment })}>{w.takeOff}</Menu.Item>}
            {isFree && <Menu.Item onClick={() => open({ kind: 'refund', payment })}>{w.refund}</Menu.Item>}
            {isPaidBack && (
              <Menu.Item onClick={() => open({ kind: 'cancelRefund', payment })}>{w.cancelRefund}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
