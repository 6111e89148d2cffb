#!/usr/bin/env bash
# 以 curl 與 xmlsec1 呼叫一項服務並驗證回應 Calls a service with curl and xmlsec1 and verifies the answer.
# usage: call.sh VALUE [CONNECTION.CONF]
# Debian: apt-get install curl xmlsec1
# Exit status: 0 rows came, 1 the hub refused, 2 usage, 3 the answer must not be believed, 4 connection.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wss=http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss
wsse=$wss-wssecurity-secext-1.0.xsd
wsu=$wss-wssecurity-utility-1.0.xsd
soap=http://schemas.xmlsoap.org/soap/envelope/
exchange=urn:tw:gov:mocs:hub:exchange:1
exc=http://www.w3.org/2001/10/xml-exc-c14n#
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

end() { printf '%s\n%s\n' "$2" "$3" >&2; exit "$1"; }

[ $# -ge 1 ] || end 2 "用法：call.sh 值 [connection.conf]" "usage: call.sh VALUE [CONNECTION.CONF]"
value=$1
file=${2:-$here/../../connection.conf}
for program in curl xmlsec1; do
  command -v $program > /dev/null || end 2 "缺少 $program：apt-get install $program" "$program is missing: apt-get install $program"
done

conf() { sed -n "s/^$1 *= *//p" "$file" | head -n 1 | sed 's/[[:space:]]*$//'; }
beside() { case $1 in /*) printf %s "$1" ;; *) printf %s "$(dirname "$file")/$1" ;; esac; }
text() { printf %s "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g'; }
key=$(beside "$(conf key)")
certificate=$(beside "$(conf certificate)")
hub=$(beside "$(conf hub-certificate)")
for one in "$key" "$certificate" "$hub"; do
  [ -r "$one" ] || end 2 "無法讀取檔案 $one" "The file $one cannot be read"
done
service=$(conf service)
criterion=$(conf criterion)
request_id=$(cat /proc/sys/kernel/random/uuid)
tls=()
[ -z "$(conf tls-authorities)" ] || tls=(--cacert "$(beside "$(conf tls-authorities)")")
# xmlsec1 1.3 looks keys up strictly unless told otherwise; 1.2 does not know the option.
lax=()
if xmlsec1 --help-verify 2>&1 | grep -q -- --lax-key-search; then lax=(--lax-key-search); fi

reference() {
  printf '<ds:Reference URI="#%s"><ds:Transforms><ds:Transform Algorithm="%s"/></ds:Transforms>' "$1" "$exc"
  printf '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>\n'
}

# The first certificate of the file; its issuers may follow.
token=$(awk '/BEGIN CERT/{n++; next} /END CERT/{exit} n==1' "$certificate" | tr -d '\r\n')
cat > "$work/template.xml" <<XML
<soap:Envelope xmlns:soap="$soap"><soap:Header>
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
<soap:Body xmlns:wsu="$wsu" wsu:Id="body"><${service}Request xmlns="$exchange"><requestId>$request_id</requestId><applicationNo>$(text "$(conf application)")</applicationNo><purpose>$(text "$(conf purpose)")</purpose><criteria><$criterion><value>$(text "$value")</value></$criterion></criteria></${service}Request></soap:Body>
</soap:Envelope>
XML

ids=(--id-attr:Id "$soap:Body" --id-attr:Id "$wsu:Timestamp")
xmlsec1 --sign "${lax[@]}" "${ids[@]}" --privkey-pem "$key" --output "$work/request.xml" "$work/template.xml" 2> "$work/sign.txt" \
  || end 2 "無法簽署：$(head -n 1 "$work/sign.txt")" "It cannot be signed: $(head -n 1 "$work/sign.txt")"
curl --silent --show-error --max-time 60 "${tls[@]}" -H 'Content-Type: text/xml; charset=utf-8' \
  -H "SOAPAction: \"$exchange:$service\"" --data-binary "@$work/request.xml" --output "$work/answer.xml" \
  "$(conf endpoint)" 2> "$work/curl.txt" || end 4 "無法連線：$(cat "$work/curl.txt")" "No connection: $(cat "$work/curl.txt")"

distrust() {
  local code chinese english
  code=$(grep -o '<\([A-Za-z0-9]*:\)\?code>[^<]*' "$work/answer.xml" | head -n 1 | sed 's/.*>//' || true)
  chinese="回應的簽章驗證失敗，不可採信（$1；未驗證的代碼 ${code:--}）"
  english="The answer's signature does not verify, it cannot be believed ($1; unverified code ${code:--})"
  # The hub does not sign for a caller whose message it cannot verify, as one of another time.
  case $code in
    HUB-2007 | HUB-2008)
      end 3 "這台主機的時間可能不對：請先以 NTP 校時，再執行 hub-client check。$chinese" \
        "The clock of this machine may be wrong: set it by NTP first, then run hub-client check. $english"
      ;;
  esac
  end 3 "${chinese}；請核對 hub-certificate，並以 hub-client check 查看原因" \
    "$english; check hub-certificate, and see by hub-client check what it is"
}

xmlsec1 --verify "${lax[@]}" "${ids[@]}" --store-references --print-debug --pubkey-cert-pem "$hub" \
  "$work/answer.xml" > "$work/signed.txt" 2> "$work/verify.txt" || distrust "xmlsec1"
# What was digested must be one Body and one Timestamp; xmlsec1 itself would take less.
[ "$(grep -c 'PreDigest data - start buffer' "$work/signed.txt")" = 2 ] || distrust "not two references"
grep -Eq '^<([A-Za-z]+:)?Body[ >]' "$work/signed.txt" || distrust "the Body is not signed"
grep -Eq '^<([A-Za-z]+:)?Timestamp[ >]' "$work/signed.txt" || distrust "the Timestamp is not signed"

# From here on only the bytes that the signature covers are read.
of() { grep -o "<$1>[^<]*" "$work/signed.txt" | head -n 1 | sed 's/<[^>]*>//'; }
if grep -q '<HubFault' "$work/signed.txt"; then
  end 1 "平臺拒絕 [$(of code)] $(of message)" "The hub refused [$(of code)] $(of messageEn)"
fi
[ "$(of requestId)" = "$request_id" ] || end 3 "回應不是針對這次請求" "The answer is not for this request"
echo "OK rows $(grep -o '<row>' "$work/signed.txt" | wc -l)"
grep -o '<row>.*</row>' "$work/signed.txt" | sed 's/<row>//g; s/<\/row>/\n/g'
