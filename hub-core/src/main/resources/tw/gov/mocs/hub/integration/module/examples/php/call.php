<?php
/*
 * 以 PHP 內建的擴充（curl、dom、openssl）呼叫一項服務並驗證回應。
 * Calls a service with PHP's own extensions (curl, dom, openssl) and verifies the answer.
 *
 * usage: php call.php VALUE [CONNECTION.CONF]
 *
 * Debian: apt-get install php-cli php-curl php-xml
 * Exit status: 0 rows came, 1 the hub refused, 2 usage, 3 the answer must not be believed, 4 connection.
 */
declare(strict_types=1);

const EXCHANGE = 'urn:tw:gov:mocs:hub:exchange:1';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';
const WSSE = OASIS . 'wssecurity-secext-1.0.xsd';
const WSU = OASIS . 'wssecurity-utility-1.0.xsd';
const X509 = OASIS . 'x509-token-profile-1.0#X509v3';
const BASE64 = OASIS . 'soap-message-security-1.0#Base64Binary';
const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

function finish(int $status, string $chinese, string $english): never
{
    fwrite(STDERR, "$chinese\n$english\n");
    exit($status);
}

/** @return array<string, string> */
function readConf(string $file): array
{
    $conf = [];
    foreach (explode("\n", content($file)) as $line) {
        $parts = explode('=', $line, 2);
        if (count($parts) === 2 && $line[0] !== '#') {
            $conf[trim($parts[0])] = trim($parts[1]);
        }
    }
    return $conf;
}

function content(string $file): string
{
    $content = @file_get_contents($file);
    return $content === false ? finish(2, "無法讀取檔案 $file", "The file $file cannot be read") : $content;
}

function xml(string $text): string
{
    return htmlspecialchars($text, ENT_XML1 | ENT_QUOTES, 'UTF-8');
}

/** The one element at this path; what is not there, or there twice, is not believed. */
function only(DOMXPath $paths, string $path): DOMElement
{
    $found = $paths->query($path);
    if ($found === false || $found->length !== 1 || !$found->item(0) instanceof DOMElement) {
        throw new UnexpectedValueException("not one $path");
    }
    return $found->item(0);
}

function paths(DOMDocument $document): DOMXPath
{
    $paths = new DOMXPath($document);
    foreach (['s' => SOAP, 'd' => DSIG, 'w' => WSSE, 'u' => WSU, 'x' => EXCHANGE] as $prefix => $namespace) {
        $paths->registerNamespace($prefix, $namespace);
    }
    return $paths;
}

function parse(string $message): DOMDocument
{
    $document = new DOMDocument();
    // LIBXML_NONET and no DTD: nothing is fetched or expanded.
    if ($message === '' || str_contains($message, '<!DOCTYPE') || !@$document->loadXML($message, LIBXML_NONET)) {
        throw new UnexpectedValueException('no XML');
    }
    return $document;
}

function digest(DOMElement $element): string
{
    return base64_encode(hash('sha256', $element->C14N(true), true));
}

/** A request whose Body and Timestamp are signed with the agency's key. */
function signed(string $content, OpenSSLAsymmetricKey $key, string $certificate): string
{
    preg_match('/-----BEGIN CERTIFICATE-----([^-]+)-----END/', $certificate, $first);
    $token = preg_replace('/\s/', '', $first[1]);
    $now = new DateTimeImmutable('now', new DateTimeZone('UTC'));
    $created = $now->format('Y-m-d\TH:i:s.v\Z');
    $expires = $now->modify('+5 minutes')->format('Y-m-d\TH:i:s.v\Z');
    $document = parse(
        '<soap:Envelope xmlns:soap="' . SOAP . '"><soap:Header>'
        . '<wsse:Security xmlns:wsse="' . WSSE . '" xmlns:wsu="' . WSU . '" soap:mustUnderstand="1">'
        . '<wsse:BinarySecurityToken wsu:Id="token" EncodingType="' . BASE64 . '" ValueType="' . X509 . '">' . $token . '</wsse:BinarySecurityToken>'
        . "<wsu:Timestamp wsu:Id=\"time\"><wsu:Created>$created</wsu:Created><wsu:Expires>$expires</wsu:Expires></wsu:Timestamp>"
        . '</wsse:Security></soap:Header>'
        . '<soap:Body xmlns:wsu="' . WSU . '" wsu:Id="body">' . $content . '</soap:Body></soap:Envelope>'
    );
    $paths = paths($document);
    $references = '';
    foreach (['body' => '/s:Envelope/s:Body', 'time' => '//w:Security/u:Timestamp'] as $id => $path) {
        $references .= "<ds:Reference URI=\"#$id\"><ds:Transforms><ds:Transform Algorithm=\"" . EXC_C14N . '"/></ds:Transforms>'
            . '<ds:DigestMethod Algorithm="' . SHA256 . '"/><ds:DigestValue>' . digest(only($paths, $path)) . '</ds:DigestValue></ds:Reference>';
    }
    $signature = parse(
        '<ds:Signature xmlns:ds="' . DSIG . '"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="' . EXC_C14N . '"/>'
        . '<ds:SignatureMethod Algorithm="' . RSA_SHA256 . "\"/>$references</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo>"
        . '<wsse:SecurityTokenReference xmlns:wsse="' . WSSE . '"><wsse:Reference URI="#token" ValueType="' . X509 . '"/></wsse:SecurityTokenReference>'
        . '</ds:KeyInfo></ds:Signature>'
    );
    $info = only(paths($signature), '/d:Signature/d:SignedInfo');
    openssl_sign($info->C14N(true), $value, $key, OPENSSL_ALGO_SHA256);
    only(paths($signature), '/d:Signature/d:SignatureValue')->textContent = base64_encode($value);
    only($paths, '//w:Security')->appendChild($document->importNode($signature->documentElement, true));
    return (string) $document->saveXML($document->documentElement);
}

/** The Body, once the hub's signature over exactly it and the Timestamp holds. */
function verified(DOMDocument $answer, string $hubCertificate): DOMElement
{
    $paths = paths($answer);
    // One of each in the whole message, so that what is verified is what is read.
    foreach (['d:Signature', 'w:Security', 'u:Timestamp', 's:Body'] as $name) {
        only($paths, "//$name");
    }
    $body = only($paths, '/s:Envelope/s:Body');
    $info = only($paths, '/s:Envelope/s:Header/w:Security/d:Signature/d:SignedInfo');
    $method = only($paths, '//d:SignedInfo/d:SignatureMethod')->getAttribute('Algorithm');
    if ($method !== RSA_SHA256) {
        throw new UnexpectedValueException($method);
    }
    $parts = ['#' . $body->getAttributeNS(WSU, 'Id') => $body];
    $timestamp = only($paths, '/s:Envelope/s:Header/w:Security/u:Timestamp');
    $parts['#' . $timestamp->getAttributeNS(WSU, 'Id')] = $timestamp;
    $references = $paths->query('//d:SignedInfo/d:Reference');
    if (count($parts) !== 2 || $references->length !== 2) {
        throw new UnexpectedValueException('not Body and Timestamp are signed');
    }
    foreach ($references as $reference) {
        $part = $parts[$reference->getAttribute('URI')] ?? throw new UnexpectedValueException('another part is signed');
        unset($parts[$reference->getAttribute('URI')]);
        $said = preg_replace('/\s/', '', $reference->getElementsByTagNameNS(DSIG, 'DigestValue')->item(0)->textContent);
        if (!hash_equals(digest($part), $said)) {
            throw new UnexpectedValueException('it was changed after signing');
        }
    }
    $value = base64_decode(only($paths, '//d:Signature/d:SignatureValue')->textContent);
    // The first certificate of the file; never the one that the message carries.
    if (openssl_verify($info->C14N(true), $value, $hubCertificate, OPENSSL_ALGO_SHA256) !== 1) {
        throw new UnexpectedValueException('not signed by this certificate');
    }
    return $body;
}

/** @param array<string, string> $conf */
function post(array $conf, string $authorities, string $message): string
{
    $curl = curl_init($conf['endpoint']);
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => $message,
        CURLOPT_HTTPHEADER => ['Content-Type: text/xml; charset=utf-8', 'SOAPAction: "' . EXCHANGE . ':' . $conf['service'] . '"', 'Expect:'],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 60,
    ]);
    if ($authorities !== '') {
        curl_setopt($curl, CURLOPT_CAINFO, $authorities);
    }
    $answer = curl_exec($curl);
    if (!is_string($answer)) {
        finish(4, '無法連線：' . curl_error($curl), 'No connection: ' . curl_error($curl));
    }
    return $answer;
}

if ($argc < 2) {
    finish(2, '用法：php call.php 值 [connection.conf]', 'usage: php call.php VALUE [CONNECTION.CONF]');
}
foreach (['curl', 'dom', 'openssl'] as $extension) {
    extension_loaded($extension) || finish(2, "PHP 缺少擴充 $extension", "PHP lacks the extension $extension");
}
$file = $argv[2] ?? __DIR__ . '/../../connection.conf';
$conf = readConf($file);
$beside = fn (string $name): string => $name === '' || $name[0] === '/' || ($name[1] ?? '') === ':' ? $name : dirname($file) . '/' . $name;
$key = openssl_pkey_get_private(content($beside($conf['key'])));
$key === false && finish(2, '無法讀取私鑰（PEM）', 'The private key (PEM) cannot be read');
$requestId = bin2hex(random_bytes(16));
$criterion = $conf['criterion'];
$content = '<' . $conf['service'] . 'Request xmlns="' . EXCHANGE . "\"><requestId>$requestId</requestId>"
    . '<applicationNo>' . xml($conf['application']) . '</applicationNo><purpose>' . xml($conf['purpose']) . '</purpose>'
    . "<criteria><$criterion><value>" . xml($argv[1]) . "</value></$criterion></criteria></" . $conf['service'] . 'Request>';
$answer = post($conf, $beside($conf['tls-authorities']), signed($content, $key, content($beside($conf['certificate']))));
try {
    $document = parse($answer);
    $body = verified($document, content($beside($conf['hub-certificate'])));
} catch (UnexpectedValueException $e) {
    preg_match('/<(?:\w+:)?code>([^<]*)</', $answer, $code);
    $unverified = $code[1] ?? '-';
    $chinese = "回應的簽章驗證失敗，不可採信（{$e->getMessage()}；未驗證的代碼 {$unverified}）";
    $english = "The answer's signature does not verify, it cannot be believed ({$e->getMessage()}; unverified code {$unverified})";
    // The hub does not sign for a caller whose message it cannot verify, as one of another time.
    in_array($unverified, ['HUB-2007', 'HUB-2008'], true) && finish(
        3,
        "這台主機的時間可能不對：請先以 NTP 校時，再執行 hub-client check。{$chinese}",
        "The clock of this machine may be wrong: set it by NTP first, then run hub-client check. {$english}",
    );
    finish(
        3,
        "{$chinese}；請核對 hub-certificate，並以 hub-client check 查看原因",
        "{$english}; check hub-certificate, and see by hub-client check what it is",
    );
}
$text = fn (string $name): string => $body->getElementsByTagNameNS(EXCHANGE, $name)->item(0)?->textContent ?? '';
if ($body->getElementsByTagNameNS(EXCHANGE, 'HubFault')->length > 0) {
    finish(1, "平臺拒絕 [{$text('code')}] {$text('message')}", "The hub refused [{$text('code')}] {$text('messageEn')}");
}
$text('requestId') === $requestId || finish(3, '回應不是針對這次請求', 'The answer is not for this request');
$rows = $body->getElementsByTagNameNS(EXCHANGE, 'row');
echo "OK rows {$rows->length}\n";
foreach ($rows as $row) {
    $values = [];
    foreach ($row->childNodes as $field) {
        if ($field instanceof DOMElement) {
            $values[$field->localName] = $field->textContent;
        }
    }
    echo json_encode($values, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
}
