#!/usr/bin/env python3
"""以 zeep 呼叫一項服務並驗證回應 Calls a service with zeep and verifies the answer.

usage: call.py VALUE [CONNECTION.CONF]

Needs zeep 4 and xmlsec: Debian's python3-zeep python3-xmlsec, or pip install zeep xmlsec.
Exit status: 0 rows came, 1 the hub refused, 2 usage, 3 the answer must not be believed, 4 connection.
"""
import datetime
import os
import sys
import uuid

try:
    import requests
    import xmlsec
    from lxml import etree
    from zeep import Client, ns
    from zeep.exceptions import Fault, SignatureVerificationFailed, TransportError
    from zeep.transports import Transport
    from zeep.wsse.signature import BinarySignature, _make_verify_key, _verify_envelope_with_key
    from zeep.wsse.utils import get_security_header
except ImportError as missing:
    sys.exit(f"缺少套件 missing: {missing}; apt-get install python3-zeep python3-xmlsec")

EXCHANGE = "urn:tw:gov:mocs:hub:exchange:1"
HERE = os.path.dirname(os.path.abspath(__file__))


def end(status, chinese, english):
    print(chinese, english, sep="\n", file=sys.stderr)
    sys.exit(status)


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
        # zeep makes no Timestamp by itself.
        now = datetime.datetime.now(datetime.timezone.utc)
        timestamp = etree.SubElement(
            get_security_header(envelope), etree.QName(ns.WSU, "Timestamp"), nsmap={"wsu": ns.WSU}
        )
        for name, time in (("Created", now), ("Expires", now + datetime.timedelta(minutes=5))):
            element = etree.SubElement(timestamp, etree.QName(ns.WSU, name))
            element.text = time.isoformat(timespec="milliseconds")
        return super().apply(envelope, headers)

    def verify(self, envelope):
        try:
            self.verify_signed(envelope)
        except SignatureVerificationFailed as failure:
            failure.unverified = envelope.findtext(".//{%s}code" % EXCHANGE) or "-"
            raise
        return envelope

    def verify_signed(self, envelope):
        # zeep takes whatever the references name: ask that they name this Body and Timestamp.
        signed = {uri[1:] for uri in envelope.xpath("//ds:Reference/@URI", namespaces={"ds": ns.DS})}
        ids = envelope.xpath(
            "/*/*[local-name()='Body']/@wsu:Id | /*/*[local-name()='Header']/*/wsu:Timestamp/@wsu:Id",
            namespaces={"wsu": ns.WSU},
        )
        if len(ids) != 2 or signed != set(ids):
            raise SignatureVerificationFailed("Body and Timestamp are not what is signed")
        # zeep itself would take the caller's own certificate.
        _verify_envelope_with_key(envelope, _make_verify_key(self.hub_certificate))


def read_conf(path):
    conf = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, equals, value = line.partition("=")
            if equals and not line.startswith("#"):
                conf[name.strip()] = value.strip()
    return conf


def client_of(conf, beside):
    session = requests.Session()
    session.trust_env = False  # or REQUESTS_CA_BUNDLE would win over the next line
    if conf["tls-authorities"]:
        session.verify = beside(conf["tls-authorities"])
    client = Client(
        os.path.join(HERE, "..", "..", "contract", "exchange-no-policy.wsdl"),
        transport=Transport(session=session, timeout=60, operation_timeout=60),
        wsse=HubSignature(
            beside(conf["key"]), beside(conf["certificate"]), beside(conf["hub-certificate"])
        ),
    )
    return client.create_service("{%s}ExchangeSoap11Binding" % EXCHANGE, conf["endpoint"])


def main(value, file):
    conf = read_conf(file)
    beside = lambda name: os.path.join(os.path.dirname(os.path.abspath(file)), name)
    try:
        service = client_of(conf, beside)
    except OSError as failure:
        end(2, f"無法讀取檔案：{failure}", f"A file cannot be read: {failure}")
    request_id = str(uuid.uuid4())
    try:
        answer = service[conf["service"]](
            requestId=request_id,
            applicationNo=conf["application"],
            purpose=conf["purpose"],
            criteria={conf["criterion"]: {"value": [value]}},
        )
    except Fault as fault:
        text = lambda name: fault.detail.findtext(".//{%s}%s" % (EXCHANGE, name))
        code = text("code")
        end(1, f"平臺拒絕 [{code}] {text('message')}", f"The hub refused [{code}] {text('messageEn')}")
    except SignatureVerificationFailed as failure:
        # zeep verifies before it looks for a fault: refusals of a caller whom the hub does not know are unsigned.
        why, code = str(failure) or "it does not hold", failure.unverified
        chinese = f"回應的簽章驗證失敗，不可採信（{why}；未驗證的代碼 {code}）"
        english = f"The answer's signature does not verify, it cannot be believed ({why}; unverified code {code})"
        if code in ("HUB-2007", "HUB-2008"):
            end(
                3,
                f"這台主機的時間可能不對：請先以 NTP 校時，再執行 hub-client check。{chinese}",
                f"The clock of this machine may be wrong: set it by NTP first, then run hub-client check. {english}",
            )
        end(
            3,
            f"{chinese}；請核對 hub-certificate，並以 hub-client check 查看原因",
            f"{english}; check hub-certificate, and see by hub-client check what it is",
        )
    except (requests.exceptions.RequestException, TransportError) as failure:
        end(4, f"無法連線：{failure}", f"No connection: {failure}")
    if answer.requestId != request_id:
        end(3, "回應不是針對這次請求", "The answer is not for this request")
    print("OK rows", len(answer.row))
    for row in answer.row:
        print({name: str(row[name]) for name in row if row[name] is not None})


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "..", "..", "connection.conf"))
