import type { Endpoint } from '../frame/endpoint.ts';
import { allocatePaymentEndpoint } from './allocate-payment.ts';
import { cancelRefundEndpoint } from './cancel-refund.ts';
import { getPaymentEndpoint } from './get-payment.ts';
import { listCustomerPaymentsEndpoint } from './list-customer-payments.ts';
import { listPaymentsEndpoint } from './list-payments.ts';
import { recordPaymentEndpoint } from './record-payment.ts';
import { refundPaymentEndpoint } from './refund-payment.ts';
import { reversePaymentEndpoint } from './reverse-payment.ts';
import { takePaymentOffInvoiceEndpoint } from './take-payment-off-invoice.ts';

export const paymentRoutes: readonly Endpoint[] = [
  recordPaymentEndpoint,
  listPaymentsEndpoint,
  getPaymentEndpoint,
  allocatePaymentEndpoint,
  takePaymentOffInvoiceEndpoint,
  refundPaymentEndpoint,
  cancelRefundEndpoint,
  reversePaymentEndpoint,
  listCustomerPaymentsEndpoint,
];
