#!/bin/sh
# 解密程式 The decryption program: sh open.sh FILE.p7m --p12 KEY.p12, or --pkcs11 LIBRARY; --help lists all.
here=$(cd "$(dirname "$0")" && pwd)
command -v java >/dev/null || {
  echo "需要 Java 17 以上 Java 17 or newer is needed: https://adoptium.net" >&2
  exit 2
}
exec java -Xmx128m -Dfile.encoding=UTF-8 -jar "$here/hub-open.jar" "$@"
