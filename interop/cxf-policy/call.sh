#!/usr/bin/env bash
# Calls the hub with a client that CXF's wsdl2java makes from the published WSDL, driven by the
# WS-SecurityPolicy in it: one answer and one fault, both signed, both verified by CXF.
# usage: CXF_CLASSPATH=… call.sh DEMO.PROPERTIES
# CXF_CLASSPATH: CXF 4 with its tools and WS-Security, for example 'apache-cxf-4.2.3/lib/*'
set -euo pipefail

demo=$(readlink -f "${1:?usage: call.sh DEMO.PROPERTIES}")
here=$(dirname "$(readlink -f "$0")")
classes=${CXF_CLASSPATH:?the class path of Apache CXF 4 with its tools}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

java=${JAVA_HOME:+$JAVA_HOME/bin/}
command -v "${java}javac" > /dev/null || fail "a JDK 17 is missing: apt-get install openjdk-17-jdk"

# A value of a Java properties file; java.util.Properties escapes : and = by a backslash.
property() { sed -n "s/^$1[ ]*[=:][ ]*//p" "$demo" | head -n 1 | sed 's/\\\([:=#! ]\)/\1/g'; }

trust() { # alias file: as the one certificate of a key store
  "${java}keytool" -importcert -noprompt -alias "$1" -file "$2" -keystore "$work/$1.p12" \
    -storetype PKCS12 -storepass changeit > "$work/keytool.txt" 2>&1 || { cat "$work/keytool.txt" >&2; fail keytool; }
}

trust tls "$(property pki.dir)/ca.crt"
trust hub "$(property hub.certificate)"
run() {
  "${java}java" -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djavax.net.ssl.trustStore="$work/tls.p12" \
    -Djavax.net.ssl.trustStorePassword=changeit -cp "$work:$classes" "$@"
}

run org.apache.cxf.tools.wsdlto.WSDLToJava -quiet -encoding UTF-8 -p exchange -d "$work" -compile \
  "$(property soap.wsdl)" || fail "wsdl2java"
run "$here/Call.java" "$demo" "$work/hub.p12"
