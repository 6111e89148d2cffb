'use strict';

// Signs a form's statement with a card before the form is sent: <form data-sign …>. The contract
// with the page, and the protocol of the card component, stand in docs/card-agent.md.
(() => {
  const READY_MS = 5000;
  const ANSWER_MS = 300000;
  const CLOSED_MS = 1000;

  const REASONS = new Map([
    [0x76000006, 'noCard'],
    [0x76100003, 'noCard'],
    [0x76000031, 'refused'],
    [0x76000998, 'pinMissing'],
    [0x76000999, 'cancelled'],
    [-536870894, 'cancelled'],
  ]);
  // Of a card that refused its PIN: what last_error says of it.
  const LOGIN_FAILED = 0x76100006;
  const LOCKED = 0xa4;

  /** Why there is no signature; its name is that of the form's message. */
  class NotSigned extends Error {
    constructor(reason, code) {
      super(reason);
      this.reason = reason;
      this.code = code;
    }
  }

  function reasonOf(answer) {
    if (answer.ret_code === LOGIN_FAILED) {
      return answer.last_error === LOCKED ? 'locked' : 'wrongPin';
    }
    return REASONS.get(answer.ret_code) ?? 'failed';
  }

  function codeOf(answer) {
    const code = Number(answer.ret_code);
    return Number.isFinite(code) ? '0x' + (code >>> 0).toString(16).toUpperCase() : '?';
  }

  /** UTF-8 in Base64: no component can mistake its characters; + is escaped as in a form. */
  function encoded(text) {
    const bytes = new TextEncoder().encode(text);
    let binary = '';
    bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
    return encodeURIComponent(btoa(binary));
  }

  function packageOf(statement, pin) {
    return JSON.stringify({
      func: 'MakeSignature',
      signatureType: 'PKCS7',
      hashAlgorithm: 'SHA256',
      tbs: encoded(statement),
      tbsEncoding: 'base64',
      withCardSN: 'true',
      pin: encodeURIComponent(pin),
      nonce: '',
    });
  }

  function parsed(data) {
    try {
      return JSON.parse(data) ?? {};
    } catch {
      return {};
    }
  }

  /** One window, one signature: resolves to the component's answer. */
  function request(agent, tbsPackage, onReady) {
    const origin = new URL(agent).origin;
    // Without a name: one that is just closing would be taken again, and close.
    const popup = window.open(origin + '/popupForm', '', 'width=480,height=720');
    if (!popup) {
      return Promise.reject(new NotSigned('blocked'));
    }
    return new Promise((resolve, reject) => {
      let ready = false;
      let limit = setTimeout(() => end(reject, new NotSigned('absent')), READY_MS);
      const watch = setInterval(() => {
        if (popup.closed) {
          clearInterval(watch);
          // It closes itself as soon as it has answered: the answer may still be on its way.
          setTimeout(() => end(reject, new NotSigned(ready ? 'cancelled' : 'absent')), CLOSED_MS);
        }
      }, 300);

      function end(settle, value) {
        clearTimeout(limit);
        clearInterval(watch);
        window.removeEventListener('message', receive);
        popup.close();
        settle(value);
      }

      function receive(event) {
        if (event.source !== popup || event.origin !== origin) {
          return;
        }
        const message = parsed(event.data);
        if (message.func === 'getTbs') {
          // Again when the window was loaded again.
          ready = true;
          clearTimeout(limit);
          limit = setTimeout(() => end(reject, new NotSigned('timeout')), ANSWER_MS);
          popup.postMessage(tbsPackage, origin);
          onReady();
        } else if (message.func === 'sign') {
          end(resolve, message);
        }
      }
      window.addEventListener('message', receive);
    });
  }

  async function thumbprint(base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The server judges it; here it only spares a round trip and says so at once. */
  async function requireCard(expected, certificate) {
    if (expected && certificate && (await thumbprint(certificate)) !== expected.toLowerCase()) {
      throw new NotSigned('otherCard');
    }
  }

  function prepare(form) {
    const texts = form.dataset;
    const result = form.querySelector('[data-sign-result]');
    const status = form.querySelector('[data-sign-status]');
    const pin = form.querySelector('[data-sign-pin]');
    const marked = form.querySelector('[data-sign-button]');
    let state = 'idle';

    function say(name, code) {
      const text = texts['msg' + name[0].toUpperCase() + name.slice(1)] ?? '';
      status.textContent = text.replace('{0}', code ?? '');
      status.dataset.state = name;
    }

    async function sign() {
      say('opening');
      const asked = packageOf(texts.statement, pin?.value ?? '');
      const answer = await request(texts.agent || 'http://localhost:61161', asked, () => say('signing'));
      if (answer.ret_code !== 0 || !answer.signature) {
        throw new NotSigned(reasonOf(answer), codeOf(answer));
      }
      await requireCard(texts.card, answer.certb64);
      return answer.signature;
    }

    function reset() {
      state = 'idle';
      result.value = '';
      status.textContent = '';
      form.removeAttribute('aria-busy');
    }

    form.addEventListener('submit', async (event) => {
      const button = event.submitter;
      if (state === 'signed') {
        state = 'sent';
        return;
      }
      if (state === 'idle' && marked && button !== marked) {
        return;
      }
      event.preventDefault();
      if (state !== 'idle') {
        return;
      }
      state = 'busy';
      form.setAttribute('aria-busy', 'true');
      try {
        result.value = await sign();
        say('sending');
        state = 'signed';
        form.requestSubmit(button);
      } catch (error) {
        reset();
        if (error instanceof NotSigned) {
          say(error.reason, error.code);
        } else {
          say('failed', error.message);
        }
        button?.focus();
      } finally {
        if (pin) {
          pin.value = '';
        }
      }
    });
    // Come back to by the browser's button: a nonce is good for one signature.
    window.addEventListener('pageshow', (event) => event.persisted && reset());
  }

  document.querySelectorAll('[data-sign-scripted]').forEach((part) => (part.hidden = false));
  document.querySelectorAll('form[data-sign]').forEach(prepare);
})();
