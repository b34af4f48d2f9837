import express from 'express';
import { type Listening, listening } from './listening.ts';

export const BREVO_KEY = 'xkeysib-of-the-tests';

export interface BrevoSms {
  messageId: number;
  sender: string;
  recipient: string;
  content: string;
  tag: string;
  events: { event: string; reason?: string }[];
}

/** Brevo's transactional SMS according to its documentation: no idempotency key; events are found by tag and number. */
export class BrevoDouble {
  readonly sent: BrevoSms[] = [];
  faults: ('accept_then_reset' | 'reset' | '402' | '500')[] = [];
  asked = 0;
  private server: Listening | null = null;

  static async start(): Promise<BrevoDouble> {
    const double = new BrevoDouble();
    double.server = await listening(double.app());
    return double;
  }

  get url(): string {
    return this.server!.url;
  }

  stop(): Promise<void> {
    return this.server!.stop();
  }

  private app() {
    const app = express();
    app.use((request, response, next) => {
      if (request.get('api-key') === BREVO_KEY) return next();
      response.status(401).json({ code: 'unauthorized', message: 'Key not found' });
    });
    app.post('/v3/transactionalSMS/send', express.json(), (request, response) => {
      const fault = this.faults.shift();
      if (fault === 'reset') return void request.socket.destroy();
      if (fault === '500') return void response.status(500).send('x');
      if (fault === '402') return void response.status(402).json({ code: 'not_enough_credits', message: 'Credits' });
      const sms = { ...(request.body as BrevoSms), messageId: 1_500 + this.sent.length, events: [{ event: 'sent' }] };
      this.sent.push(sms);
      if (fault === 'accept_then_reset') return void request.socket.destroy();
      response.status(202).json({ messageId: sms.messageId });
    });
    app.get('/v3/transactionalSMS/statistics/events', (request, response) => {
      this.asked += 1;
      const tags = JSON.parse(request.query['tags'] as string) as string[];
      const ours = this.sent.filter(
        ({ tag, recipient }) => tags.includes(tag) && recipient === request.query['phoneNumber'],
      );
      const events = ours.flatMap((sms) =>
        sms.events.map((one) => ({ ...one, messageId: sms.messageId, tag: sms.tag })),
      );
      response.json(events.length > 0 ? { events } : {});
    });
    return app;
  }
}
