import type { Endpoint } from '../frame/endpoint.ts';
import { receivePaymentEndpoint } from './receive-payment.ts';
import { receivePrintEndpoint } from './receive-print.ts';
import { receiveResendEndpoint } from './receive-resend.ts';

export const webhookRoutes: readonly Endpoint[] = [receivePaymentEndpoint, receivePrintEndpoint, receiveResendEndpoint];
