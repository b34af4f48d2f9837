import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Business, type Said, sha256, unique } from '../e2e/business.ts';
import { eventually } from '../eventually.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { printedText } from '../letters/read-pdf.ts';

// Statements of unpaid files to referrers and notaries. Each title names the requirements that it shows (docs/capabilities.md).

let business: Business;
let todayOn: string;

beforeAll(async () => {
  business = await new Business(inject('stack')).another();
  todayOn = await business.today();
});

interface Third {
  id: string;
  email: string;
}

async function third(name: string, more: object = {}): Promise<Third> {
  const email = `${unique('etat')}@tiers.example`.toLowerCase();
  const address = { lines: ['3 place du Palais'], postal_code: '33000', city: 'Bordeaux', country: 'FR' };
  const { id } = await business.do('POST', '/third-parties', { name, email, address, ...more });
  return { id, email };
}

function fileOf(reference: string, people: { referrer_id?: string; notary_id?: string }, more: object = {}) {
  const case_file = { reference, mission: 'DPE', report_status: 'RE', invoice_status: 'FE', ...people };
  return CaseFile.open(business, { issuedOn: plus(todayOn, -60), cents: 250_00, ...more, invoice: { case_file } });
}

/** Sends a statement; returns it once it has left. */
async function send(to: Third, files: readonly CaseFile[], mode = 'email'): Promise<Said> {
  const body = { invoice_ids: files.map(({ id }) => id), mode };
  const { id } = await business.do('POST', `/third-parties/${to.id}/statements`, body);
  return eventually(
    () => business.do('GET', `/statements/${id}`),
    ({ status }) => status === 'sent',
  );
}

const dates = async (file: CaseFile) => {
  const { last_statement_to_referrer_on: pro, last_statement_to_notary_on: not } = await file.shown();
  return [pro, not];
};

describe('A statement of unpaid files', () => {
  it('000-01 is the third way of reminding, beside mails and letters to the debtor: it goes to a referrer or notary, and changes no case', async () => {
    const agency = await third('Agence du Port');
    const file = await fileOf('D-101', { referrer_id: agency.id });
    await file.next();
    const before = await file.dunning();
    await send(agency, [file]);
    const [mail] = await business.mails(agency.email);
    expect(mail).toMatchObject({ to: [agency.email] });
    expect(await file.mails()).toEqual([]);
    expect(await file.dunning()).toEqual(before);
    expect((await file.messages()).map(({ origin }: Said) => origin)).toEqual(['statement']);
  });

  it('000-33 goes to each third party it is requested for, even when two requests use the same Idempotency-Key', async () => {
    const [one, other] = [await third('Agence Nord'), await third('Agence Sud')];
    const [first, second] = [
      await fileOf('D-111', { referrer_id: one.id }),
      await fileOf('D-112', { referrer_id: other.id }),
    ];
    const headers = { 'Idempotency-Key': `K-${crypto.randomUUID()}` };
    const ask = async (to: Third, file: CaseFile) => {
      const body = { invoice_ids: [file.id], mode: 'email' };
      return (await business.ask('POST', `/third-parties/${to.id}/statements`, body, headers)).body;
    };
    const [{ id }, { id: otherId }, { id: again }] = [
      await ask(one, first),
      await ask(other, second),
      await ask(one, first),
    ];
    expect([otherId === id, again]).toEqual([false, id]);
    await eventually(
      async () => [...(await business.mails(one.email)), ...(await business.mails(other.email))],
      (mails) => mails.length === 2,
    );
  });

  it('000-33 has the notaries’ text for a notary and the referrers’ text for a professional referrer, and is refused for anyone else', async () => {
    const [agency, notary] = [await third('Agence Claire'), await third('Étude Vasseur')];
    const neighbour = await third('M. Voisin', { professional: false });
    const ofAgency = await fileOf('D-201', { referrer_id: agency.id });
    const ofNotary = await fileOf('D-202', { notary_id: notary.id });
    const ofNeighbour = await fileOf('D-203', { referrer_id: neighbour.id });
    expect(await send(agency, [ofAgency])).toMatchObject({ role: 'referrer' });
    expect(await send(notary, [ofNotary])).toMatchObject({ role: 'notary' });
    expect((await business.mails(agency.email))[0]?.text).toMatch(/Madame, Monsieur/);
    const [toNotary] = await business.mails(notary.email);
    expect(toNotary?.text).toMatch(/Maître/);
    expect(toNotary?.text).toMatch(/signature de l’acte/);
    const refused = await business.ask('POST', `/third-parties/${neighbour.id}/statements`, {
      ...{ invoice_ids: [ofNeighbour.id], mode: 'email' },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'not_professional' } });
    expect(await business.mails(neighbour.email)).toEqual([]);
  });

  it('000-34 is a letter with a table of the chosen files only', async () => {
    const agency = await third('Agence des Quais');
    const files = [
      await fileOf('D-301', { referrer_id: agency.id }),
      await fileOf('D-302', { referrer_id: agency.id }),
    ];
    const left = await fileOf('D-303', { referrer_id: agency.id });
    const statement = await send(agency, files, 'letter');
    expect(statement).toMatchObject({ mode: 'letter', count: 2, amount_cents: 500_00, to: [] });
    const pdf = await business.bytes(`/statements/${statement.id}.pdf`);
    const text = (await printedText(pdf)).replace(/\s/g, '');
    for (const said of ['Agence des Quais', 'D-301', 'D-302', files[0]!.number, 'Élise Montagnier', '500,00']) {
      expect(text).toContain(said.replace(/\s/g, ''));
    }
    expect(text).not.toContain('D-303');
    expect(text).not.toContain(left.number);
    // Only the columns that the settings disclose: no mission, and nobody's telephone number.
    expect(text).not.toMatch(/DPE|063998/);
    await business.change('/settings', { statement_columns: ['case_reference', 'mission', 'balance'] });
    const again = await send(agency, [left], 'letter');
    const other = await printedText(await business.bytes(`/statements/${again.id}.pdf`));
    expect(other).toContain('DPE');
    expect(other).not.toContain('Montagnier');
  });

  it('000-14 000-35 to a professional referrer puts its date on each file it lists, in the referrers’ column only', async () => {
    const [agency, notary] = [await third('Agence Pro'), await third('Étude Muette')];
    const [told, untold] = [
      await fileOf('D-401', { referrer_id: agency.id, notary_id: notary.id }),
      await fileOf('D-402', { referrer_id: agency.id }),
    ];
    expect(await dates(told)).toEqual([null, null]);
    await send(agency, [told]);
    expect([await dates(told), await dates(untold)]).toEqual([
      [todayOn, null],
      [null, null],
    ]);
    const [line] = (await told.do('GET', '/history')).data.filter(({ kind }: Said) => kind === 'statement');
    expect(line.text).toContain('Agence Pro');
    expect(line.data).toMatchObject({ to: [agency.email], role: 'referrer' });
    expect(line.data.disclosed).toContain('balance');
    const { data } = await business.do('GET', '/third-parties?q=Agence Pro');
    expect(data[0].last_statement_on).toBe(todayOn);
  });

  it('000-15 000-35 to a notary puts its date in the notaries’ column only', async () => {
    const notary = await third('Étude Bontemps');
    const file = await fileOf('D-501', { notary_id: notary.id });
    await send(notary, [file], 'letter');
    expect(await dates(file)).toEqual([null, todayOn]);
  });

  it('000-37 to a referrer or a notary shows in the invoice’s summary, beside its reminder levels', async () => {
    const [agency, notary] = [await third('Agence Mêlée'), await third('Étude Mêlée')];
    const file = await fileOf('D-551', { referrer_id: agency.id, notary_id: notary.id });
    await file.do('PUT', '/level', { level: 2, reason: 'Repris d’un autre outil' });
    await send(agency, [file]);
    await send(notary, [file], 'letter');
    await file.dunningOnce(({ level }) => level === 2);
    const { dunning, ...shown } = await file.shown();
    expect(dunning.levels.map(({ level }: Said) => level)).toEqual([1, 2, 3]);
    expect([dunning.level, shown.last_statement_to_referrer_on, shown.last_statement_to_notary_on]).toEqual([
      ...[2, todayOn, todayOn],
    ]);
    await file.file();
  });

  it('000-36 can be downloaded again at any time, byte for byte as it was sent', async () => {
    const agency = await third('Agence Archive');
    const file = await fileOf('D-601', { referrer_id: agency.id });
    const sent = [await send(agency, [file]), await send(agency, [file], 'letter')];
    const { data } = await business.do('GET', `/third-parties/${agency.id}/statements`);
    expect(data.map(({ id }: Said) => id)).toEqual(sent.map(({ id }) => id).toReversed());
    const [mail] = await business.mails(agency.email);
    const pdf = await business.bytes(`/statements/${sent[0].id}.pdf`);
    expect(mail?.attachments.map((one) => one.sha256)).toEqual([sha256(pdf)]);
    await file.pay(250_00, todayOn);
    expect(sha256(await business.bytes(`/statements/${sent[0].id}.pdf`))).toBe(sha256(pdf));
    const stranger = await business.another();
    expect((await stranger.ask('GET', `/statements/${sent[0].id}.pdf`)).status).toBe(404);
    expect((await stranger.ask('GET', `/third-parties/${agency.id}/statements`)).status).toBe(404);
  });

  it('000-11 000-34 is refused as a whole when one file is another referrer’s, paid, in litigation or in dispute, and the answer names that file', async () => {
    const [agency, another] = [await third('Agence Stricte'), await third('Agence Autre')];
    const of = (reference: string) => fileOf(reference, { referrer_id: agency.id });
    const [good, paid, sued, contested] = [await of('D-701'), await of('D-702'), await of('D-703'), await of('D-704')];
    const foreign = await fileOf('D-705', { referrer_id: another.id });
    await paid.pay(250_00, todayOn);
    await sued.do('PUT', '/litigation', { reason: 'Dossier transmis' });
    await contested.do('POST', '/disputes', { reason: 'Prestation', comment: 'Rapport incomplet' });
    const ask = (files: CaseFile[]) =>
      business.ask('POST', `/third-parties/${agency.id}/statements`, {
        ...{ invoice_ids: files.map(({ id }) => id), mode: 'email' },
      });
    for (const [file, code] of [
      [foreign, 'not_theirs'],
      [paid, 'paid'],
      [sued, 'held'],
      [contested, 'held'],
    ] as const) {
      const refused = await ask([good, file]);
      expect([refused.status, refused.body.code]).toEqual([422, code]);
      expect(refused.body.errors[0].pointer).toBe('/invoice_ids/1');
    }
    expect(await business.mails(agency.email)).toEqual([]);
    expect(await dates(good)).toEqual([null, null]);
  });
});
