// Letters and SMS that the mailbox accepted in a provider's place. Everything from outside is written with textContent.
const REFRESH_MS = 3000;
const element = (id) => document.getElementById(id);
const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium' });
const number = new Intl.NumberFormat('fr-FR');
const NOTICES = {
  mails: 'Boîte locale : aucun de ces courriels n’a quitté cette machine',
  letters: 'Boîte locale : aucun de ces courriers n’a été imprimé, posté ni envoyé',
  sms: 'Boîte locale : aucun de ces SMS n’a quitté cette machine',
};
const COUNTED = {
  letters: { one: 'courrier', many: 'courriers', none: 'Aucun courrier pour l’instant.' },
  sms: { one: 'SMS', many: 'SMS', none: 'Aucun SMS pour l’instant.' },
};
const KINDS = {
  simple: 'Lettre simple',
  registered: 'Lettre recommandée',
  lre_qualified: 'Lettre recommandée électronique',
  ere_simple: 'Envoi recommandé électronique',
};
const EVENTS = {
  printed: 'imprimé',
  deposited: 'déposé',
  first_presented: 'avisé',
  awaiting_signature: 'en attente de signature',
  delivered: 'distribué',
  signed: 'signé par le destinataire',
  refused: 'refusé',
  unclaimed: 'non réclamé',
  undeliverable: 'non distribuable',
};
const ON_PAPER = ['printed', 'deposited'];
const TOLD_OF = {
  simple: [...ON_PAPER, 'delivered', 'undeliverable'],
  registered: [...ON_PAPER, 'first_presented', 'signed', 'refused', 'unclaimed', 'undeliverable'],
};
const ELECTRONIC = ['awaiting_signature', 'signed', 'refused', 'unclaimed', 'undeliverable'];
const state = { box: 'mails', openId: null, shown: '' };

function make(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className !== undefined) node.className = className;
  return node;
}

/** `#letters`, `#sms/REFERENCE`; any other fragment belongs to the mails. */
function place() {
  const [box, reference] = location.hash.slice(1).split('/');
  return box === 'letters' || box === 'sms' ? { box, reference: reference ?? null } : { box: 'mails', reference: null };
}

const recipientOf = (paper) => paper.recipient?.name ?? paper.to ?? '';
const titleOf = (paper) => (state.box === 'letters' ? (KINDS[paper.kind] ?? paper.kind) : `SMS de ${paper.sender}`);

function row(paper) {
  const link = make('a', undefined, 'row');
  link.href = `#${state.box}/${paper.reference}`;
  if (paper.reference === state.openId) link.setAttribute('aria-current', 'true');
  const top = make('span', undefined, 'top');
  const time = make('time', instant.format(new Date(paper.accepted_at)));
  time.dateTime = paper.accepted_at;
  top.append(make('span', recipientOf(paper), 'to'), time);
  link.append(top, make('div', titleOf(paper), 'subject'));
  const item = make('li');
  item.append(link);
  return item;
}

async function showList() {
  const { box } = state;
  const words = COUNTED[box];
  const answer = await fetch(box);
  if (!answer.ok || box !== state.box) return;
  const { data } = await answer.json();
  const shown = JSON.stringify([box, state.openId, data.map(({ reference }) => reference)]);
  // Rebuilding an unchanged list every three seconds would take the keyboard's focus away.
  if (shown !== state.shown) element('papers').replaceChildren(...data.map(row));
  state.shown = shown;
  element('no-papers').hidden = data.length > 0;
  element('no-papers').textContent = words.none;
  element('paper-count').textContent =
    `${number.format(data.length)} ${data.length > 1 ? words.many : words.one} dans la boîte`;
}

function addressOf({ name, attention, lines = [], postalCode = '', city = '', email }) {
  return [name, attention, ...lines, `${postalCode} ${city}`.trim(), email].filter(Boolean).join(', ');
}

function linesOf(paper) {
  const isLetter = state.box === 'letters';
  const lines = [
    ['De', isLetter ? addressOf(paper.sender) : paper.sender],
    ['À', isLetter ? addressOf(paper.recipient) : paper.to],
    ['Reçu le', instant.format(new Date(paper.accepted_at))],
    ['Référence', paper.reference],
  ];
  return lines.flatMap(([name, value]) => [make('dt', name), make('dd', value)]);
}

function eventButton(paper, event) {
  const button = make('button', EVENTS[event]);
  button.type = 'button';
  button.addEventListener('click', () => void tell(paper, event));
  return button;
}

async function tell(paper, event) {
  element('answer').textContent = 'Relance est prévenu…';
  const answer = await fetch(`letters/${paper.reference}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event }),
  });
  element('answer').textContent = answer.ok
    ? `Relance le sait : ${EVENTS[event]}.`
    : `Relance ne l’a pas pris (${answer.status}).`;
  await showOpen(paper.reference);
}

async function showOpen(reference) {
  const { box } = state;
  const answer = reference === null ? null : await fetch(`${box}/${encodeURIComponent(reference)}`);
  if (box !== state.box) return;
  const paper = answer?.ok ? await answer.json() : null;
  element('no-paper-open').hidden = paper !== null;
  element('paper').hidden = paper === null;
  if (!paper) return;
  const isLetter = box === 'letters';
  element('paper-title').textContent = titleOf(paper);
  element('paper-lines').replaceChildren(...linesOf(paper));
  element('paper-pdf').hidden = !isLetter;
  element('paper-pdf').href = `letters/${paper.reference}/pdf`;
  element('paper-text').hidden = isLetter;
  element('paper-text').textContent = isLetter ? '' : paper.text;
  element('telling').hidden = !isLetter;
  const told = paper.events.map((event) => EVENTS[event] ?? event).join(', ');
  element('told').textContent =
    told === ''
      ? 'Dites à Relance, à la place du prestataire, ce qu’il advient de ce courrier :'
      : `Déjà dit à Relance : ${told}.`;
  element('events').replaceChildren(...(TOLD_OF[paper.kind] ?? ELECTRONIC).map((event) => eventButton(paper, event)));
}

async function show() {
  const { box, reference } = place();
  if (reference !== state.openId) element('answer').textContent = '';
  Object.assign(state, { box, openId: reference });
  element('notice').textContent = NOTICES[box];
  element('mails-box').hidden = box !== 'mails';
  element('papers-box').hidden = box === 'mails';
  for (const one of ['mails', 'letters', 'sms']) {
    if (one === box) element(`to-${one}`).setAttribute('aria-current', 'page');
    else element(`to-${one}`).removeAttribute('aria-current');
  }
  if (box !== 'mails') await Promise.all([showList(), showOpen(reference)]);
}

addEventListener('hashchange', () => void show());
setInterval(() => {
  if (!document.hidden && state.box !== 'mails') void showList();
}, REFRESH_MS);
await show();

// Makes this file a module, so that its names do not collide with those of page.js.
export {};
