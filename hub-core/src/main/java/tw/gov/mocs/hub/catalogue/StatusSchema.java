package tw.gov.mocs.hub.catalogue;

/** Writes the messages of HubStatus: who am I, what may I, and what time is it. */
final class StatusSchema {

  private final Markup out;

  private StatusSchema(Markup out) {
    this.out = out;
  }

  static void write(Markup out) {
    StatusSchema writer = new StatusSchema(out);
    writer.request();
    writer.response();
  }

  private void request() {
    start("HubStatusRequest", "狀態查詢", "Status: request");
    element("requestId", "tns:RequestId", "呼叫端之唯一識別碼", "The caller's unique id of this call");
    out.end().end().end();
  }

  private void response() {
    start("HubStatusResponse", "狀態", "Status: answer");
    element("requestId", "tns:RequestId", "呼叫端之唯一識別碼", "The caller's unique id of this call");
    element("recordId", "xs:string", "紀錄編號", "Number of this call in the hub's log");
    element("agencyCode", "xs:string", "機關代碼", "Agency code");
    element("agencyName", "xs:string", "機關名稱", "Agency name");
    element("certificateSerial", "xs:string", "憑證序號", "Serial number of the calling certificate");
    element("certificateDays", "xs:long", "憑證剩餘天數", "Days until the certificate ends");
    element("hubTime", "tns:Moment", "平臺時間", "The hub's clock");
    optional("callerAddress", "xs:string", "平臺所見之來源位址", "Address that the call came from");
    out.start("xs:element", "name", "checkpoint", "type", "tns:Checkpoint", "minOccurs", "0");
    Documentation.write(out, "最近之稽核檢查點", "Last checkpoint of the hub's log");
    out.end();
    out.start("xs:element", "name", "application", "minOccurs", "0", "maxOccurs", "unbounded");
    Documentation.write(out, "本機關之申請案", "An application of the caller's agency");
    out.start("xs:complexType").start("xs:sequence");
    element("applicationNo", "xs:string", "申請案號", "Application number");
    element("status", "xs:string", "授權狀態", "State of the grant");
    element("from", "tns:Day", "服務使用起日", "First day of use");
    element("to", "tns:Day", "服務使用迄日", "Last day of use");
    element("callsLeft", "xs:long", "本日剩餘次數", "Calls left today");
    element("rowsLeft", "xs:long", "本日剩餘筆數", "Rows left today");
    optional("addressAllowed", "xs:boolean", "來源位址是否核准", "Whether calls from there are granted");
    out.start(
        "xs:element",
        "name",
        "service",
        "type",
        "xs:string",
        "minOccurs",
        "0",
        "maxOccurs",
        "unbounded");
    Documentation.write(out, "核准之服務代碼", "Code of a granted service");
    out.end();
    out.end().end().end();
    out.end().end().end();
  }

  private void start(String name, String chinese, String english) {
    out.start("xs:element", "name", name);
    Documentation.write(out, chinese, english);
    out.start("xs:complexType").start("xs:sequence");
  }

  /** Part of an answer that older hubs lack. */
  private void optional(String name, String type, String chinese, String english) {
    out.start("xs:element", "name", name, "type", type, "minOccurs", "0");
    Documentation.write(out, chinese, english);
    out.end();
  }

  private void element(String name, String type, String chinese, String english) {
    out.start("xs:element", "name", name, "type", type);
    Documentation.write(out, chinese, english);
    out.end();
  }
}
