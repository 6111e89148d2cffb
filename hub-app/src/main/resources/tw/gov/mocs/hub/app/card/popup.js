'use strict';

// The window of the card component: it tells its opener that it is ready, is told what to sign, asks
// the person, answers its opener once and closes. See docs/card-agent.md.
(() => {
  const SITE_NOT_LISTED = 0x76000031;
  const JSON_INVALID = 0x7600000b;
  const PARAMETER_INVALID = 0x7600000c;
  const texts = document.body.dataset;
  const listed = texts.origins.split(' ');
  const state = document.getElementById('state');
  const question = document.getElementById('question');
  let site = null;
  let ticket = null;

  function refusal(code) {
    return JSON.stringify({func: 'sign', ret_code: code});
  }

  async function call(path, fields) {
    const response = await fetch(path, {method: 'POST', body: new URLSearchParams(fields)});
    return response.text();
  }

  /** To the page that asked, and to no other that may stand in its window by now. */
  function finish(answer) {
    question.hidden = true;
    state.textContent = texts.done;
    window.opener.postMessage(answer, site);
    window.close();
  }

  /** Pages escape some fields as in a form: the component reads them so. */
  function unescaped(value) {
    return decodeURIComponent(String(value ?? '').replace(/\+/g, ' '));
  }

  function fields(asked) {
    return {
      origin: site,
      func: String(asked.func ?? ''),
      tbs: unescaped(asked.tbs),
      tbsEncoding: String(asked.tbsEncoding ?? ''),
      hashAlgorithm: String(asked.hashAlgorithm ?? ''),
      signatureType: String(asked.signatureType ?? ''),
      withCardSN: String(asked.withCardSN ?? ''),
      nonce: String(asked.nonce ?? ''),
      pin: unescaped(asked.pin),
    };
  }

  async function ask(message) {
    let asked;
    try {
      asked = JSON.parse(message);
    } catch {
      return finish(refusal(JSON_INVALID));
    }
    let sent;
    try {
      sent = fields(asked ?? {});
    } catch {
      return finish(refusal(PARAMETER_INVALID));
    }
    const answer = await call('/ask', sent);
    const told = JSON.parse(answer);
    if (!told.ticket) {
      return finish(answer);
    }
    ticket = told.ticket;
    document.getElementById('statement').textContent = told.text;
    document.getElementById('site').textContent = site;
    state.textContent = '';
    question.hidden = false;
    document.getElementById('statement').focus();
    return texts.yes === 'true' ? decide('/sign') : undefined;
  }

  async function decide(path) {
    const held = ticket;
    ticket = null;
    if (held) {
      state.textContent = texts.signing;
      finish(await call(path, {ticket: held}));
    }
  }

  function failed() {
    question.hidden = true;
    state.textContent = texts.failed;
  }

  window.addEventListener('message', (event) => {
    if (event.source !== window.opener || site !== null) {
      return;
    }
    if (!listed.includes(event.origin)) {
      state.textContent = texts.refused;
      event.source.postMessage(refusal(SITE_NOT_LISTED), event.origin);
      return;
    }
    site = event.origin;
    ask(event.data).catch(failed);
  });

  question.addEventListener('submit', (event) => {
    event.preventDefault();
    decide('/sign').catch(failed);
  });
  document.getElementById('cancel').addEventListener('click', () => decide('/cancel').catch(failed));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      decide('/cancel').catch(failed);
    }
  });

  if (window.opener) {
    // Nothing secret, and whose window this is we do not know yet.
    window.opener.postMessage(JSON.stringify({func: 'getTbs'}), '*');
  } else {
    state.textContent = texts.alone;
  }
})();
