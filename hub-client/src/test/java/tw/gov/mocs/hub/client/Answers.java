package tw.gov.mocs.hub.client;

/** What the hub would say. */
final class Answers {

  static final String CHECKPOINT_HASH = "A".repeat(43) + "=";

  private Answers() {}

  static String rows(LoopbackHub.Asked asked, String rows) throws Exception {
    return rows(asked.requestId(), asked.bodyDigest(), rows);
  }

  static String rows(String requestId, String digest, String rows) {
    return """
        <SQ_TA_001Response xmlns="%s"><requestId>%s</requestId><recordId>R-1</recordId>\
        <asOf>2026-11-23T08:00:00+08:00</asOf><grantVersion>3</grantVersion>\
        <requestDigest>%s</requestDigest>\
        <checkpoint><number>7</number><hash>%s</hash></checkpoint>%s</SQ_TA_001Response>"""
        .formatted(Namespaces.EXCHANGE, requestId, digest, CHECKPOINT_HASH, rows);
  }

  static String row(String name) {
    return "<row><idNo>A100000001</idNo><name>" + name + "</name></row>";
  }

  static String fault(String requestId) {
    return """
        <s:Fault><faultcode>s:Client</faultcode><faultstring>申請案不可使用</faultstring><detail>\
        <HubFault xmlns="%s"><code>HUB-5001</code><message>申請案不可使用</message>\
        <messageEn>Not usable</messageEn><requestId>%s</requestId><recordId>R-2</recordId>\
        <checkpoint><number>7</number><hash>%s</hash></checkpoint></HubFault></detail></s:Fault>"""
        .formatted(Namespaces.EXCHANGE, requestId, CHECKPOINT_HASH);
  }
}
