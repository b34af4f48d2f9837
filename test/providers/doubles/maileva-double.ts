import { randomUUID } from 'node:crypto';
import express from 'express';
import { type Listening, listening } from './listening.ts';

export const MAILEVA_ACCOUNT = { clientId: 'app', clientSecret: 'app-secret', username: 'user', password: 'word' };

export interface MailevaSendingDouble {
  id: string;
  service: string;
  custom_id: string;
  status: string;
  documents: number;
  recipient: Record<string, unknown> | null;
  body: Record<string, unknown>;
}

type Step = 'create' | 'document' | 'recipient' | 'submit' | 'list';
export type MailevaFault = { at: Step; kind: 'reset' | 'done_then_reset' | '400' | '500' };

/** Maileva according to its specification: sendings are drafts until they are submitted, and only drafts can be deleted. */
export class MailevaDouble {
  readonly sendings: MailevaSendingDouble[] = [];
  submissions = 0;
  faults: MailevaFault[] = [];
  readonly files = new Map<string, Buffer>();
  private server: Listening | null = null;
  private token = '';

  static async start(): Promise<MailevaDouble> {
    const double = new MailevaDouble();
    double.server = await listening(double.app());
    return double;
  }

  get urls() {
    return { baseUrl: this.server!.url, tokenUrl: `${this.server!.url}/token` };
  }

  stop(): Promise<void> {
    return this.server!.stop();
  }

  expireToken(): void {
    this.token = 'another';
  }

  private fault(at: Step): MailevaFault['kind'] | null {
    const [next] = this.faults;
    if (next?.at !== at) return null;
    this.faults.shift();
    return next.kind;
  }

  private app() {
    const app = express();
    app.post('/token', express.urlencoded({ extended: false }), (request, response) => {
      const basic = Buffer.from(`${MAILEVA_ACCOUNT.clientId}:${MAILEVA_ACCOUNT.clientSecret}`).toString('base64');
      const { grant_type: grant, username, password } = request.body as Record<string, string>;
      const isRight =
        request.get('authorization') === `Basic ${basic}` &&
        grant === 'password' &&
        username === MAILEVA_ACCOUNT.username &&
        password === MAILEVA_ACCOUNT.password;
      if (!isRight) return void response.status(401).json({ error: 'invalid_grant' });
      this.token = randomUUID();
      response.json({ access_token: this.token, expires_in: 300 });
    });
    app.use((request, response, next) => {
      if (request.get('authorization') === `Bearer ${this.token}`) return next();
      response.status(401).json({ code: 'UNAUTHORIZED' });
    });
    for (const service of ['registered_mail/v4', 'mail/v2']) app.use(`/${service}`, this.service(service));
    return app;
  }

  private service(service: string) {
    const router = express.Router();
    const find = (id: string | undefined) => this.sendings.find((one) => one.id === id && one.service === service);
    const refused = (response: express.Response, code: string) =>
      void response.status(400).json({ errors: [{ code, message: 'refusé' }] });
    const failing = (at: Step, request: express.Request, response: express.Response, done: () => void): boolean => {
      const kind = this.fault(at);
      if (kind === null) return false;
      if (kind === 'done_then_reset') done();
      if (kind === '400') refused(response, 'INVALID_ADDRESS_LINE_6');
      else if (kind === '500') response.status(500).send('x');
      else request.socket.destroy();
      return true;
    };
    router.get('/sendings', (request, response) => {
      if (failing('list', request, response, () => undefined)) return;
      const start = Number(request.query['start_index']) - 1;
      const all = this.sendings.filter((one) => one.service === service);
      const page = all.slice(start, start + Number(request.query['count']));
      response.json({ sendings: page.map(({ id, custom_id, status }) => ({ id, custom_id, status })), paging: {} });
    });
    router.post('/sendings', express.json(), (request, response) => {
      const body = request.body as Record<string, unknown>;
      const sending: MailevaSendingDouble = {
        id: randomUUID(),
        service,
        custom_id: String(body['custom_id']),
        status: 'DRAFT',
        documents: 0,
        recipient: null,
        body,
      };
      if (failing('create', request, response, () => this.sendings.push(sending))) return;
      this.sendings.push(sending);
      response.status(201).json({ id: sending.id });
    });
    router.get('/sendings/:id', (request, response) => {
      const sending = find(request.params.id);
      if (!sending) return void response.status(404).json({ errors: [{ code: 'SENDING_NOT_FOUND' }] });
      response.json({ id: sending.id, custom_id: sending.custom_id, status: sending.status });
    });
    router.delete('/sendings/:id', (request, response) => {
      const sending = find(request.params.id);
      if (sending?.status !== 'DRAFT') return refused(response, 'SENDING_STATUS_IS_NOT_DRAFT');
      this.sendings.splice(this.sendings.indexOf(sending), 1);
      response.status(204).end();
    });
    router.post('/sendings/:id/documents', express.raw({ type: () => true, limit: '20mb' }), (request, response) => {
      const sending = find(request.params['id']);
      if (!sending || failing('document', request, response, () => undefined)) return;
      const text = (request.body as Buffer).toString('latin1');
      if (!text.includes('name="metadata"') || !text.includes('%PDF')) return refused(response, 'EMPTY_DOCUMENT');
      sending.documents += 1;
      response.status(201).json({ id: randomUUID() });
    });
    router.post('/sendings/:id/recipients', express.json(), (request, response) => {
      const sending = find(request.params['id']);
      if (!sending || failing('recipient', request, response, () => undefined)) return;
      sending.recipient = { id: randomUUID(), status: 'PENDING', ...(request.body as object) };
      response.status(201).json({ id: sending.recipient['id'] });
    });
    router.get('/sendings/:id/recipients', (request, response) => {
      const recipient = find(request.params.id)?.recipient;
      response.json({ recipients: recipient ? [recipient] : [], paging: {} });
    });
    router.post('/sendings/:id/submit', (request, response) => {
      const sending = find(request.params.id);
      if (sending?.status !== 'DRAFT') return refused(response, 'SENDING_STATUS_IS_NOT_DRAFT');
      const submit = () => {
        sending.status = 'PENDING';
        this.submissions += 1;
      };
      if (failing('submit', request, response, submit)) return;
      submit();
      response.status(202).end();
    });
    router.use((request, response) => {
      const file = this.files.get(request.path);
      if (!file) return void response.status(404).json({ errors: [{ code: 'NOT_FOUND' }] });
      response.type('application/pdf').send(file);
    });
    return router;
  }
}
