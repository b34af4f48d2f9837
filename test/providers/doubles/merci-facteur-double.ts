import { createHmac } from 'node:crypto';
import express from 'express';
import { type Listening, listening } from './listening.ts';

const SERVICE = 'service-1';
const SECRET = 'secret-key-of-the-account';
export const MF_WEBHOOK_KEY = 'secret-webhook-123456789azerty';

/** The options of `createMerciFacteur` that lead to the double. */
export const MF_ACCOUNT = { serviceId: SERVICE, secretKey: SECRET, userId: '37' };

export type MfFault = 'accept_then_reset' | 'reset' | 'refuse' | '500' | '503_html' | '429';

export interface MfLetter {
  id: number;
  mode: string;
  reference: string;
  antidoublon: string;
  recipient: Record<string, unknown>;
  pdf: Buffer;
  designation: string;
  tracking: string | null;
  state: string;
  pnd: '0' | '1';
  proofs: Record<string, Buffer>;
}

/** Merci Facteur according to its documentation: tokens from a hashed secret, one letter for each `antidoublon`, tracking and proofs. */
export class MerciFacteurDouble {
  readonly letters: MfLetter[] = [];
  faults: MfFault[] = [];
  tokensGiven = 0;
  /** Whether every answer has the status 200, refusals too. */
  answers200 = false;
  private server: Listening | null = null;
  private tokens = new Set<string>();

  static async start(): Promise<MerciFacteurDouble> {
    const double = new MerciFacteurDouble();
    double.server = await listening(double.app());
    return double;
  }

  get url(): string {
    return this.server!.url;
  }

  stop(): Promise<void> {
    return this.server!.stop();
  }

  expireTokens(): void {
    this.tokens.clear();
  }

  letterOf(antidoublon: string): MfLetter {
    const letter = this.letters.find((one) => one.antidoublon === antidoublon);
    if (!letter) throw new Error(`no letter ${antidoublon}`);
    return letter;
  }

  /** The body of a webhook about letters, as a form. */
  webhook(name: string, letters: readonly MfLetter[], status: string, more: Record<string, string> = {}): string {
    const detail = letters.map((letter) => ({
      nom: '',
      ref_courrier: `${letter.id}-1`,
      mode_envoi: letter.mode,
      tracking_number: letter.tracking,
      id_envoi: String(letter.id),
      statut_courrier: status,
      statut_description: `Le courrier est : ${status}`,
      ref_interne: letter.reference,
      ...more,
    }));
    const event = { name_event: name, id_user: 37, date_event: 1_581_674_000 };
    return new URLSearchParams({ event: JSON.stringify(event), detail: JSON.stringify(detail) }).toString();
  }

  private app() {
    const app = express();
    app.use((_request, response, next) => {
      if (this.answers200) response.status = () => response;
      next();
    });
    app.get('/getToken', (request, response) => {
      const timestamp = request.get('ww-timestamp') ?? '';
      const expected = createHmac('sha256', SECRET).update(`${SERVICE}${timestamp}`).digest('hex');
      const isRight = request.get('ww-service-signature') === expected && request.get('ww-service-id') === SERVICE;
      if (!isRight || !request.get('ww-authorized-ip')) {
        response.status(401).json({ success: false, error: { code: 'BAD_SIGNATURE', text: 'Signature invalide' } });
        return;
      }
      const token = `token-${(this.tokensGiven += 1)}`;
      this.tokens.add(token);
      response.json({ success: true, token, expire: Number(timestamp) + 86_400 });
    });
    app.use((request, response, next) => {
      if (this.tokens.has(request.get('ww-access-token') ?? '')) return next();
      response.status(401).json({ success: false, error: 'TOKEN_EXPIRED' });
    });
    app.post('/sendCourrier', express.urlencoded({ extended: false, limit: '20mb' }), (request, response) => {
      const fault = this.faults.shift();
      if (fault === 'reset') return void request.socket.destroy();
      if (fault === '500') return void response.status(500).json({ success: false, error: 'INTERNAL' });
      if (fault === '503_html') return void response.status(503).send('<html>Unavailable');
      if (fault === '429') return void response.status(429).set('retry-after', '7').json({ message: 'slow' });
      if (fault === 'refuse')
        return void response.status(400).json({ success: false, error: { code: 'INFO_ADDRESS_MISSING', text: 'cp' } });
      const form = request.body as Record<string, string>;
      const { antidoublon = '' } = form;
      if (this.letters.some((one) => one.antidoublon === antidoublon))
        return void response.status(400).json({ success: false, error: { code: 'ANTIDOUBLON', text: 'Doublon' } });
      const letter = this.take(form);
      if (fault === 'accept_then_reset') return void request.socket.destroy();
      response.json({
        success: true,
        envoi_id: letter.id,
        price: { total: { ht: 6.1, ttc: 7.32 } },
        resume: { nb_dest: 1, nb_page: 1 },
      });
    });
    app.get('/getSuiviEnvoi', (request, response) => {
      const letter = this.letters.find((one) => String(one.id) === request.query['idEnvoi']);
      if (!letter) return void response.status(400).json({ success: false, error: 'UNKNOWN_ENVOI' });
      const receipt = letter.proofs['reception'];
      response.json({
        success: true,
        statutPrintEnvoi: letter.state === 'wait' ? 'Impression en attente' : 'Impression terminée',
        suiviCourrier: [
          {
            dest: 'x',
            refCourrier: `${letter.id}-1`,
            refTracking: letter.tracking,
            modeEnvoi: letter.mode,
            lastState: letter.state,
            historique: null,
            pnd: letter.pnd,
            areBase64Jpeg: letter.mode === 'lrare' ? (receipt?.toString('base64') ?? 'pending') : null,
          },
        ],
      });
    });
    app.get('/getProof', (request, response) => {
      const letter = this.letters.find((one) => one.tracking === request.query['trackingNumber']);
      const document = letter?.proofs[request.query['document'] as string];
      if (!document) return void response.status(400).json({ success: false, error: 'NO_PROOF' });
      const format = document[0] === 0x25 ? 'pdf' : 'jpeg';
      response.json({ success: true, format_return: format, document: document.toString('base64') });
    });
    return app;
  }

  private take(form: Record<string, string>): MfLetter {
    const adress = JSON.parse(form['adress'] ?? '{}') as { dest: Record<string, unknown>[] };
    const content = JSON.parse(form['content'] ?? '{}') as { letter: { base64files: string[] } };
    const recipient = adress.dest[0]!;
    const letter: MfLetter = {
      id: 1000 + this.letters.length,
      mode: form['modeEnvoi'] ?? '',
      reference: String(recipient['reference']),
      antidoublon: form['antidoublon'] ?? '',
      recipient,
      pdf: Buffer.from(content.letter.base64files[0] ?? '', 'base64'),
      designation: form['designation'] ?? '',
      tracking: form['modeEnvoi'] === 'normal' ? null : `2C${100_000_000 + this.letters.length}`,
      state: 'wait',
      pnd: '0',
      proofs: {},
    };
    this.letters.push(letter);
    return letter;
  }
}

export const PDF = Buffer.from('%PDF-1.7 preuve');
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
