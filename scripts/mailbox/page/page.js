// Everything from a mail is written with textContent; a mail's own markup is only shown inside the sandboxed iframe.
const PAGE_SIZE = 50;
const REFRESH_MS = 3000;
const element = (id) => document.getElementById(id);
const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium' });
const number = new Intl.NumberFormat('fr-FR');
const state = { mails: [], nextBefore: null, openId: null, shown: '' };

function make(tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className !== undefined) node.className = className;
  return node;
}

async function fetchPage(before, limit) {
  const query = new URLSearchParams({ summary: 'true', limit: String(limit), q: element('search').value.trim() });
  if (before !== null) query.set('before', before);
  const answer = await fetch(`messages?${query}`);
  if (!answer.ok) throw new Error(`La boîte a répondu ${answer.status}`);
  return answer.json();
}

function row(mail) {
  const button = make('button');
  button.type = 'button';
  button.setAttribute('aria-current', String(mail.id === state.openId));
  const top = make('span', undefined, 'top');
  const time = make('time', instant.format(new Date(mail.accepted_at)));
  time.dateTime = mail.accepted_at;
  top.append(make('span', mail.to.join(', '), 'to'), time);
  button.append(top, make('div', mail.subject, 'subject'));
  const files = mail.attachments.length;
  if (files > 0) button.append(make('div', files === 1 ? '1 pièce jointe' : `${files} pièces jointes`, 'files'));
  button.addEventListener('click', () => void openMail(mail.id));
  const item = make('li');
  item.append(button);
  return item;
}

function showList(total) {
  // Rebuilding an unchanged list every three seconds would take the keyboard's focus away.
  const shown = JSON.stringify([state.mails.map(({ id }) => id), state.openId]);
  if (shown !== state.shown) {
    const focused = [...element('mails').children].findIndex((item) => item.contains(document.activeElement));
    const focusedId = focused === -1 ? null : JSON.parse(state.shown)[0][focused];
    element('mails').replaceChildren(...state.mails.map(row));
    state.shown = shown;
    const again = state.mails.findIndex(({ id }) => id === focusedId);
    if (again !== -1) element('mails').children[again].firstElementChild.focus({ preventScroll: true });
  }
  const searching = element('search').value.trim() !== '';
  element('empty').hidden = state.mails.length > 0;
  element('empty').textContent = searching
    ? 'Aucun courriel ne correspond à cette recherche.'
    : 'Aucun courriel pour l’instant. Ceux que Relance envoie apparaîtront ici.';
  element('more').hidden = state.nextBefore === null;
  element('count').textContent = `${number.format(total)} ${total > 1 ? 'courriels' : 'courriel'} dans la boîte`;
}

async function refresh() {
  const search = element('search').value;
  try {
    const page = await fetchPage(null, Math.min(1000, Math.max(PAGE_SIZE, state.mails.length)));
    if (search !== element('search').value) return;
    state.mails = page.data;
    state.nextBefore = page.next_before;
    showList(page.total);
  } catch {
    element('count').textContent = 'La boîte locale ne répond pas ; nouvel essai dans un instant.';
  }
}

async function showOlder() {
  const page = await fetchPage(state.nextBefore, PAGE_SIZE);
  state.mails.push(...page.data);
  state.nextBefore = page.next_before;
  showList(page.total);
}

function headerLines(mail) {
  const lines = [
    ['De', mail.from],
    ['À', mail.to.join(', ')],
    ['Copie', mail.cc.join(', ')],
  ];
  lines.push(['Répondre à', mail.reply_to.join(', ')], ['Reçu le', instant.format(new Date(mail.accepted_at))]);
  return lines.filter(([, value]) => value !== '').flatMap(([name, value]) => [make('dt', name), make('dd', value)]);
}

function attachmentLink(mail, attachment, index) {
  const size = number.format(Math.max(1, Math.round(attachment.size / 1024)));
  const link = make('a', `${attachment.filename} (${size} Ko)`);
  link.href = `messages/${mail.id}/attachments/${index}`;
  link.target = '_blank';
  link.rel = 'noopener';
  const item = make('li');
  item.append(link);
  return item;
}

function showView(view) {
  element('html').hidden = view !== 'html';
  element('text').hidden = view !== 'text';
  element('show-html').setAttribute('aria-pressed', String(view === 'html'));
  element('show-text').setAttribute('aria-pressed', String(view === 'text'));
}

async function openMail(id) {
  const answer = await fetch(`messages/${encodeURIComponent(id)}`);
  if (!answer.ok) return;
  const mail = await answer.json();
  state.openId = id;
  history.replaceState(null, '', `#${id}`);
  element('none-open').hidden = true;
  element('open').hidden = false;
  element('subject').textContent = mail.subject;
  element('headers').replaceChildren(...headerLines(mail));
  element('attachments').replaceChildren(...mail.attachments.map((file, index) => attachmentLink(mail, file, index)));
  element('text').textContent = mail.text === '' ? 'Ce courriel n’a pas de version texte.' : mail.text;
  element('html').src = `messages/${mail.id}/html`;
  showView(mail.html === '' ? 'text' : 'html');
  await refresh();
}

element('show-html').addEventListener('click', () => showView('html'));
element('show-text').addEventListener('click', () => showView('text'));
element('more').addEventListener('click', () => void showOlder());
element('search').addEventListener('input', () => {
  state.mails = [];
  void refresh();
});
setInterval(() => {
  if (!document.hidden) void refresh();
}, REFRESH_MS);
await refresh();
if (/^#[^/]{20,}$/.test(location.hash)) await openMail(location.hash.slice(1));
