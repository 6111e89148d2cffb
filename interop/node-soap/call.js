#!/usr/bin/env node
// Calls the hub with node soap from its published WSDL: one answer and one fault, both signed,
// both verified with xml-crypto. Rows and code are read from the bytes that the signature covers.
// usage: node call.js DEMO.PROPERTIES
'use strict';

const { randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { DOMParser } = installed('@xmldom/xmldom');
const axios = installed('axios');
const soap = installed('soap');
const { SignedXml } = installed('xml-crypto');

function installed(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.error(`FAILED: ${name} is missing: npm ci in ${__dirname}`);
    return process.exit(1);
  }
}

const EXCHANGE = 'urn:tw:gov:mocs:hub:exchange:1';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

// A Java properties file of plain lines; java.util.Properties escapes : and = by a backslash.
function readProperties(file) {
  const found = {};
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const match = /^([^#!=:\s][^=:\s]*)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (match) found[match[1]] = match[2].replace(/\\([:=#! ])/g, '$1');
  }
  return found;
}

// The first certificate of a file: node soap takes whatever it gets for the one of the key.
function firstCertificate(file) {
  return /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(readFileSync(file, 'utf8'))[0];
}

const parse = (xml) => new DOMParser().parseFromString(xml, 'text/xml');

// The canonical Body that the hub signed; throws unless exactly Body and Timestamp are signed.
function signedBody(xml, hubCertificate) {
  const signatures = parse(xml).getElementsByTagNameNS(DSIG, 'Signature');
  if (signatures.length !== 1) throw new Error(`${signatures.length} signatures in ${xml}`);
  const verifier = new SignedXml({ publicCert: hubCertificate, idMode: 'wssecurity', getCertFromKeyInfo: () => null });
  verifier.loadSignature(signatures[0]);
  if (verifier.signatureAlgorithm !== RSA_SHA256) throw new Error(verifier.signatureAlgorithm);
  if (!verifier.checkSignature(xml)) throw new Error('the signature does not hold');
  const signed = verifier.getSignedReferences().map(parse);
  const names = signed.map((document) => document.documentElement.localName).sort();
  if (names.join() !== 'Body,Timestamp') throw new Error(`signed are ${names}`);
  return signed.find((document) => document.documentElement.localName === 'Body');
}

async function main(file) {
  const demo = readProperties(file);
  const inPki = (name) => path.join(demo['pki.dir'], name);
  const hubCertificate = firstCertificate(demo['hub.certificate']);
  const request = axios.create({ httpsAgent: new https.Agent({ ca: readFileSync(inPki('ca.crt')) }), timeout: 60000, proxy: false });
  const client = await soap.createClientAsync(`${demo['soap.wsdl']}&policy=none`, { request });
  client.setSecurity(
    new soap.WSSecurityCert(readFileSync(inPki('agency-a.key')), firstCertificate(inPki('agency-a.crt')), '', {
      hasTimeStamp: true,
      signatureAlgorithm: RSA_SHA256,
    }),
  );
  const call = (application) =>
    client.SQ_TA_001Async({
      requestId: randomUUID(),
      applicationNo: application,
      purpose: 'interop node soap',
      criteria: { idNo: { value: [demo['sample.idNo']] } },
    });

  const [, answer] = await call(demo['application.agency-a']);
  const rows = signedBody(answer, hubCertificate).getElementsByTagNameNS(EXCHANGE, 'row').length;
  if (rows === 0) throw new Error('no rows');
  console.log(`OK answer ${rows}`);

  const fault = await call('APSQ10199999').then(
    () => { throw new Error('the fault did not come'); },
    (error) => { if (!error.response) throw error; return error.response.data; },
  );
  const code = signedBody(fault, hubCertificate).getElementsByTagNameNS(EXCHANGE, 'code')[0].textContent;
  console.log(`OK fault ${code}`);
}

main(process.argv[2]).catch((error) => {
  console.error('FAILED:', error.message);
  process.exitCode = 1;
});
