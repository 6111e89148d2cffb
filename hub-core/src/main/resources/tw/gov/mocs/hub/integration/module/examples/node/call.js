#!/usr/bin/env node
// 以 node soap 呼叫一項服務並驗證回應 Calls a service with node soap and verifies the answer with xml-crypto.
// usage: node call.js VALUE [CONNECTION.CONF]
// Needs Node 18 or newer, and once in this folder: npm ci
// Exit status: 0 rows came, 1 the hub refused, 2 usage, 3 the answer must not be believed, 4 connection.
'use strict';

process.noDeprecation = true; // what soap calls in xml-crypto is no concern of a caller

const { randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { DOMParser } = installed('@xmldom/xmldom');
const axios = installed('axios');
const soap = installed('soap');
const { SignedXml } = installed('xml-crypto');

const EXCHANGE = 'urn:tw:gov:mocs:hub:exchange:1';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

function installed(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return end(2, `缺少套件 ${name}：請在 ${__dirname} 執行 npm ci`, `${name} is missing: npm ci in ${__dirname}`);
  }
}

function end(status, chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(status);
}

function readConf(file) {
  const conf = {};
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const equals = line.indexOf('=');
    if (equals > 0 && !line.startsWith('#')) conf[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
  }
  return conf;
}

// The first certificate of a file: node soap takes whatever it gets for the one of the key.
function firstCertificate(file) {
  return /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(readFileSync(file, 'utf8'))[0];
}

const parse = (xml) => new DOMParser().parseFromString(xml, 'text/xml');
const text = (node, name) => node.getElementsByTagNameNS(EXCHANGE, name)[0]?.textContent;

// The Body as the hub signed it; throws unless exactly Body and Timestamp are signed.
function signedBody(xml, hubCertificate) {
  const signatures = parse(xml).getElementsByTagNameNS(DSIG, 'Signature');
  if (signatures.length !== 1) throw new Error(`${signatures.length} signatures`);
  const verifier = new SignedXml({ publicCert: hubCertificate, idMode: 'wssecurity', getCertFromKeyInfo: () => null });
  verifier.loadSignature(signatures[0]);
  if (verifier.signatureAlgorithm !== RSA_SHA256) throw new Error(verifier.signatureAlgorithm);
  if (!holds(verifier, xml)) throw new Error('it does not hold');
  const signed = verifier.getSignedReferences().map(parse);
  const names = signed.map((document) => document.documentElement.localName).sort();
  if (names.join() !== 'Body,Timestamp') throw new Error(`signed are ${names}`);
  return signed.find((document) => document.documentElement.localName === 'Body');
}

// xml-crypto throws for some signatures that do not hold, and returns false for others.
function holds(verifier, xml) {
  try {
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}

function verified(xml, hubCertificate) {
  try {
    return signedBody(xml, hubCertificate);
  } catch (error) {
    const code = /<(?:\w+:)?code>([^<]*)</.exec(xml)?.[1] ?? '-';
    const chinese = `回應的簽章驗證失敗，不可採信（${error.message}；未驗證的代碼 ${code}）`;
    const english = `The answer's signature does not verify, it cannot be believed (${error.message}; unverified code ${code})`;
    // The hub does not sign for a caller whose message it cannot verify, as one of another time.
    if (['HUB-2007', 'HUB-2008'].includes(code)) {
      return end(
        3,
        `這台主機的時間可能不對：請先以 NTP 校時，再執行 hub-client check。${chinese}`,
        `The clock of this machine may be wrong: set it by NTP first, then run hub-client check. ${english}`,
      );
    }
    return end(
      3,
      `${chinese}；請核對 hub-certificate，並以 hub-client check 查看原因`,
      `${english}; check hub-certificate, and see by hub-client check what it is`,
    );
  }
}

async function main(value, file) {
  const conf = readConf(file);
  const beside = (name) => path.resolve(path.dirname(file), name);
  const tls = conf['tls-authorities'] ? { ca: readFileSync(beside(conf['tls-authorities'])) } : {};
  const request = axios.create({ httpsAgent: new https.Agent(tls), timeout: 60000, proxy: false });
  const hubCertificate = firstCertificate(beside(conf['hub-certificate']));
  const wsdl = path.join(__dirname, '..', '..', 'contract', 'exchange-no-policy.wsdl');
  const client = await soap.createClientAsync(wsdl, { request }, conf.endpoint);
  client.setSecurity(
    new soap.WSSecurityCert(readFileSync(beside(conf.key)), firstCertificate(beside(conf.certificate)), '', {
      hasTimeStamp: true,
      signatureAlgorithm: RSA_SHA256,
    }),
  );
  const requestId = randomUUID();
  const asked = {
    requestId,
    applicationNo: conf.application,
    purpose: conf.purpose,
    criteria: { [conf.criterion]: { value: [value] } },
  };
  const xml = await client[`${conf.service}Async`](asked).then(
    ([, answer]) => answer,
    // A fault comes as an error that holds the answer.
    (error) => (error.response ? error.response.data : end(4, `無法連線：${error.message}`, `No connection: ${error.message}`)),
  );
  const body = verified(xml, hubCertificate);
  const code = text(body, 'code');
  if (body.getElementsByTagNameNS(EXCHANGE, 'HubFault').length > 0) {
    end(1, `平臺拒絕 [${code}] ${text(body, 'message')}`, `The hub refused [${code}] ${text(body, 'messageEn')}`);
  }
  if (text(body, 'requestId') !== requestId) end(3, '回應不是針對這次請求', 'The answer is not for this request');
  const rows = Array.from(body.getElementsByTagNameNS(EXCHANGE, 'row'));
  console.log(`OK rows ${rows.length}`);
  for (const row of rows) {
    const fields = Array.from(row.childNodes).filter((node) => node.nodeType === 1);
    console.log(Object.fromEntries(fields.map((field) => [field.localName, field.textContent])));
  }
}

if (process.argv.length < 3) end(2, '用法：node call.js 值 [connection.conf]', 'usage: node call.js VALUE [CONNECTION.CONF]');
main(process.argv[2], path.resolve(process.argv[3] ?? path.join(__dirname, '..', '..', 'connection.conf'))).catch((error) =>
  end(2, `無法執行：${error.message}`, `It cannot be run: ${error.message}`),
);
