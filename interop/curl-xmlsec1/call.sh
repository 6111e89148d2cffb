#!/usr/bin/env bash
# Calls the hub with curl and xmlsec1 alone, at both addresses of its published WSDL, in SOAP 1.1 and
# 1.2: one answer and one fault each, both signed, both verified. Rows and code are read from the bytes
# that the signature covers.
# usage: call.sh DEMO.PROPERTIES
set -euo pipefail

demo=${1:?usage: call.sh DEMO.PROPERTIES}
wss=http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss
wsse=$wss-wssecurity-secext-1.0.xsd
wsu=$wss-wssecurity-utility-1.0.xsd
exchange=urn:tw:gov:mocs:hub:exchange:1
exc=http://www.w3.org/2001/10/xml-exc-c14n#
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

for program in curl xmlsec1; do
  command -v $program > /dev/null || fail "$program is missing: apt-get install $program"
done

# A value of a Java properties file; java.util.Properties escapes : and = by a backslash.
property() {
  local value
  value=$(sed -n "s/^$1[ ]*[=:][ ]*//p" "$demo" | head -n 1 | sed 's/\\\([:=#! ]\)/\1/g')
  [ -n "$value" ] || fail "$demo has no $1"
  printf %s "$value"
}

pki=$(property pki.dir)
hub=$(property hub.certificate)
application=$(property application.agency-a)
id_no=$(property sample.idNo)

fetch() { curl --silent --show-error --max-time 60 --noproxy '*' --cacert "$pki/ca.crt" "$@"; }

fetch --fail --output "$work/exchange.wsdl" "$(property soap.wsdl)" || fail "no WSDL"

# address PREFIX: where the port of this binding listens, as the WSDL says
address() {
  local found
  found=$(sed -n "s/.*<$1:address location=\"\([^\"]*\)\".*/\1/p" "$work/exchange.wsdl")
  [ -n "$found" ] || fail "the WSDL has no $1:address"
  printf %s "$found"
}

action=$(grep -o 'soapAction="[^"]*SQ_TA_001"' "$work/exchange.wsdl" | head -n 1 | cut -d '"' -f 2)
[ -n "$action" ] || fail "the WSDL has no SQ_TA_001"

# xmlsec1 1.3 looks keys up strictly unless told otherwise; 1.2 does not know the option.
lax=()
if xmlsec1 --help-verify 2>&1 | grep -q -- --lax-key-search; then lax=(--lax-key-search); fi

template() { # envelope-namespace application-number
  local token
  # The first certificate of the file; its issuers may follow.
  token=$(awk '/BEGIN CERT/{n++; next} /END CERT/{exit} n==1' "$pki/agency-a.crt" | tr -d '\r\n')
  cat <<XML
<soap:Envelope xmlns:soap="$1"><soap:Header>
<wsse:Security xmlns:wsse="$wsse" xmlns:wsu="$wsu" soap:mustUnderstand="1">
<wsse:BinarySecurityToken wsu:Id="token" EncodingType="$wss-soap-message-security-1.0#Base64Binary" ValueType="$wss-x509-token-profile-1.0#X509v3">$token</wsse:BinarySecurityToken>
<wsu:Timestamp wsu:Id="time"><wsu:Created>$(date -u +%Y-%m-%dT%H:%M:%SZ)</wsu:Created><wsu:Expires>$(date -u -d '+5 minutes' +%Y-%m-%dT%H:%M:%SZ)</wsu:Expires></wsu:Timestamp>
<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
<ds:CanonicalizationMethod Algorithm="$exc"/>
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
$(reference body)
$(reference time)
</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="$wss-x509-token-profile-1.0#X509v3"/></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>
</wsse:Security></soap:Header>
<soap:Body xmlns:wsu="$wsu" wsu:Id="body"><SQ_TA_001Request xmlns="$exchange"><requestId>$(cat /proc/sys/kernel/random/uuid)</requestId><applicationNo>$2</applicationNo><purpose>interop curl xmlsec1</purpose><criteria><idNo><value>$id_no</value></idNo></criteria></SQ_TA_001Request></soap:Body>
</soap:Envelope>
XML
}

reference() {
  printf '<ds:Reference URI="#%s"><ds:Transforms><ds:Transform Algorithm="%s"/></ds:Transforms>' "$1" "$exc"
  printf '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>\n'
}

# call envelope-namespace content-type application-number address: leaves answer.xml and signed.txt
call() {
  local ids=(--id-attr:Id "$1:Body" --id-attr:Id "$wsu:Timestamp") header=()
  template "$1" "$3" > "$work/template.xml"
  xmlsec1 --sign "${lax[@]}" "${ids[@]}" --privkey-pem "$pki/agency-a.key" \
    --output "$work/request.xml" "$work/template.xml" || fail "xmlsec1 cannot sign"
  case $2 in text/xml*) header=(-H "SOAPAction: \"$action\"") ;; esac
  fetch -H "Content-Type: $2" "${header[@]}" --data-binary "@$work/request.xml" \
    --output "$work/answer.xml" "$4"
  xmlsec1 --verify "${lax[@]}" "${ids[@]}" --store-references --print-debug \
    --pubkey-cert-pem "$hub" "$work/answer.xml" > "$work/signed.txt" 2> "$work/verify.txt" \
    || { cat "$work/answer.xml" "$work/verify.txt" >&2; fail "the signature does not hold"; }
  # What was digested must be one Body and one Timestamp; xmlsec1 itself would take less.
  [ "$(grep -c 'PreDigest data - start buffer' "$work/signed.txt")" = 2 ] || fail "not two references"
  grep -Eq '^<([A-Za-z]+:)?Body[ >]' "$work/signed.txt" || fail "the Body is not signed"
  grep -Eq '^<([A-Za-z]+:)?Timestamp[ >]' "$work/signed.txt" || fail "the Timestamp is not signed"
}

both() { # version envelope-namespace content-type address
  local rows code
  call "$2" "$3" "$application" "$4"
  rows=$(grep -o '<row>' "$work/signed.txt" | wc -l)
  [ "$rows" -gt 0 ] || { cat "$work/answer.xml" >&2; fail "no rows in the signed Body"; }
  echo "OK answer $rows (SOAP $1)"
  call "$2" "$3" APSQ10199999 "$4"
  code=$(grep -o '<code>[^<]*</code>' "$work/signed.txt" | sed 's/<[^>]*>//g')
  [ -n "$code" ] || { cat "$work/answer.xml" >&2; fail "no code in the signed Body"; }
  echo "OK fault $code (SOAP $1)"
}

both 1.1 http://schemas.xmlsoap.org/soap/envelope/ 'text/xml; charset=utf-8' "$(address soap)"
both 1.2 http://www.w3.org/2003/05/soap-envelope \
  "application/soap+xml; charset=utf-8; action=\"$action\"" "$(address soap12)"
