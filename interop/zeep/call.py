#!/usr/bin/python3
"""Calls the hub with Python zeep from its published WSDL: one answer and one fault, both signed,
both verified by zeep's own WS-Security.

usage: call.py DEMO.PROPERTIES

zeep verifies before it looks for a fault, so it cannot read an unsigned one at all.
"""
import datetime
import re
import sys
import uuid

try:
    import requests
    import xmlsec
    from lxml import etree
    from zeep import Client, ns
    from zeep.exceptions import Fault, SignatureVerificationFailed
    from zeep.transports import Transport
    from zeep.wsse.signature import BinarySignature, _make_verify_key, _verify_envelope_with_key
    from zeep.wsse.utils import get_security_header
except ImportError as missing:
    sys.exit(f"FAILED: {missing}: apt-get install python3-zeep python3-xmlsec")

EXCHANGE = "urn:tw:gov:mocs:hub:exchange:1"


class HubSignature(BinarySignature):
    """Signs Body and Timestamp with the agency's key; verifies with the hub's certificate."""

    def __init__(self, key_file, certificate_file, hub_certificate_file):
        super().__init__(
            key_file,
            certificate_file,
            signature_method=xmlsec.Transform.RSA_SHA256,
            digest_method=xmlsec.Transform.SHA256,
        )
        with open(hub_certificate_file, "rb") as file:
            self.hub_certificate = file.read()

    def apply(self, envelope, headers):
        now = datetime.datetime.now(datetime.timezone.utc)
        timestamp = etree.SubElement(
            get_security_header(envelope), etree.QName(ns.WSU, "Timestamp"), nsmap={"wsu": ns.WSU}
        )
        for name, time in (("Created", now), ("Expires", now + datetime.timedelta(minutes=5))):
            element = etree.SubElement(timestamp, etree.QName(ns.WSU, name))
            element.text = time.isoformat(timespec="milliseconds")
        return super().apply(envelope, headers)

    def verify(self, envelope):
        # zeep takes whatever the references name: ask that they name this Body and Timestamp.
        signed = {uri[1:] for uri in envelope.xpath("//ds:Reference/@URI", namespaces={"ds": ns.DS})}
        ids = envelope.xpath(
            "/*/*[local-name()='Body']/@wsu:Id | /*/*[local-name()='Header']/*/wsu:Timestamp/@wsu:Id",
            namespaces={"wsu": ns.WSU},
        )
        if len(ids) != 2 or signed != set(ids):
            raise SignatureVerificationFailed("Body and Timestamp are not what is signed")
        _verify_envelope_with_key(envelope, _make_verify_key(self.hub_certificate))
        return envelope


def read_properties(path):
    """A Java properties file of plain lines; ``:`` and ``=`` may be escaped."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            match = re.match(r"([^#!=:\s][^=:\s]*)\s*[=:]\s*(.*?)\s*$", line)
            if match:
                found[match[1]] = re.sub(r"\\([:=#! ])", r"\1", match[2])
    return found


def main(path):
    demo = read_properties(path)
    pki = demo["pki.dir"]
    session = requests.Session()
    session.trust_env = False  # or REQUESTS_CA_BUNDLE would win over the next line
    session.verify = pki + "/ca.crt"
    client = Client(
        demo["soap.wsdl"] + "&policy=none",
        transport=Transport(session=session, timeout=60, operation_timeout=60),
        wsse=HubSignature(pki + "/agency-a.key", pki + "/agency-a.crt", demo["hub.certificate"]),
    )

    def call(application):
        return client.service.SQ_TA_001(
            requestId=str(uuid.uuid4()),
            applicationNo=application,
            purpose="interop zeep",
            criteria={"idNo": {"value": [demo["sample.idNo"]]}},
        )

    rows = call(demo["application.agency-a"]).row
    if not rows:
        sys.exit("FAILED: no rows")
    print("OK answer", len(rows))
    try:
        call("APSQ10199999")
    except Fault as fault:
        code = fault.detail.findtext(".//{%s}code" % EXCHANGE)
        if not code:
            sys.exit("FAILED: a fault without code")
        print("OK fault", code)
        return
    sys.exit("FAILED: the fault did not come")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
